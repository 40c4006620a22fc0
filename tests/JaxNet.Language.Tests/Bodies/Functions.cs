namespace JaxNet.Language.Tests.Bodies;

/// <summary>Lambdas and local functions in a body.</summary>
public sealed partial class Functions
{
    [Parametrized]
    private static partial Tensor LocalFunction(Tensor x)
    {
        var w = Parameter([3], Initializers.Ones(), "w");
        return Scale(Dense(Scale(x), 3));

        Tensor Scale(Tensor y) => y * w;
    }

    [Fact]
    public void A_local_function_that_uses_a_parameter() => Body.Of(LocalFunction()).Draws([One("w", 3), .. Denses("dense", 3, 3)])
        .Is((p, x) => Affine(x * p.W, p.Dense) * p.W);

    [Parametrized]
    private static partial Tensor Lambda(Tensor x)
    {
        var w = Parameter([3], Initializers.Ones(), "w");
        Func<Tensor, Tensor> scale = y => y * w, twice = static y => y * 2;
        return scale(twice(Dense(x, 3)));
    }

    [Fact]
    public void Lambdas_that_use_a_parameter() => Body.Of(Lambda()).Draws([One("w", 3), .. Denses("dense", 3, 3)]).Is((p, x) => Affine(x, p.Dense) * 2 * p.W);

    [Parametrized]
    private static partial Tensor SharedInLambda(Tensor x)
    {
        Layer row = Dense(2);
        return stack(x.unbind(0).Select(r => tanh(row(r))).ToArray());
    }

    [Fact]
    public void A_module_that_is_called_in_a_lambda() => Body.Of(SharedInLambda()).Draws(Denses("dense", 3, 2)).Is((p, x) => tanh(Affine(x, p.Dense!)));

    [Parametrized]
    private static partial Tensor SharedInLocalFunction(Tensor x, Layer inner)
    {
        Layer d = Dense(3);
        return Block(Block(x));

        Tensor Block(Tensor y)
        {
            if (y.dim() == 1)
                return y;

            return d(inner(y));
        }
    }

    [Fact]
    public void Modules_that_are_called_in_a_local_function() => Body.Of(SharedInLocalFunction(Dense(4))).Draws(Denses("inner dense", 3, 4, 3))
        .Is((p, x) => Affine(x, p.Inner!, p.Dense!, p.Inner!, p.Dense!));

    [Parametrized]
    private static partial Tensor Encoder(Tensor x) => Dense(x, 3);

    [Parametrized]
    private static partial Tensor SingletonInLambda(Tensor x)
    {
        Func<Tensor, Tensor> encode = static y => Encoder(y);
        return encode(encode(x));
    }

    [Fact]
    public void A_template_without_hyperparameters_in_a_lambda() => Body.Of(SingletonInLambda()).Draws(Denses("encoder.dense", 3, 3))
        .Is((p, x) => Affine(x, p.Encoder!.Dense, p.Encoder!.Dense));

    [Parametrized]
    private static partial Tensor InQuery(Tensor x)
    {
        Layer d = Dense(2);
        var rows = from r in x.unbind(0) let y = d(r) where y.dim() == 1 select y + d(r);
        return stack(rows.ToArray());
    }

    [Fact]
    public void A_module_that_is_called_in_a_query() => Body.Of(InQuery()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense!) * 2);

    [Parametrized]
    private static partial Tensor NoParameters(Tensor x) => stack(x.unbind(0).Select(r => Sequential(r, Tanh, Relu)).ToArray());

    [Fact]
    public void A_template_without_parameters_in_a_lambda() => Body.Of(NoParameters()).Is((p, x) => x.tanh().relu());

    [Parametrized]
    private static partial Tensor Nested(Tensor x)
    {
        return Outer(x);

        static Tensor Outer(Tensor y)
        {
            Func<Tensor, Tensor> twice = static z => z * 2;
            return Inner(twice(y));

            static Tensor Inner(Tensor z) => z + 1;
        }
    }

    [Fact]
    public void Functions_in_functions() => Body.Of(Nested()).Is((p, x) => x * 2 + 1);

    [Parametrized]
    private static partial Tensor Generic(Tensor x)
    {
        return First(Dense(x, 2), 3) * First(2, "b");

        static T First<T, TOther>(T first, TOther other)
            where T : notnull => other is null ? throw new ArgumentNullException(nameof(other)) : first;
    }

    [Fact]
    public void A_generic_local_function() => Body.Of(Generic()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense) * 2);

    [Parametrized]
    private static partial Tensor Captured(Tensor x)
    {
        var total = zeros(2);
        var rounds = 0;
        Action<Tensor> add = y =>
        {
            total = total + y;
            rounds++;
        };
        for (var i = 0; i < 2; i++)
            add(Dense(x, 3).sum(1));

        return total * rounds;
    }

    [Fact]
    public void A_lambda_that_writes_a_variable() => Body.Of(Captured()).Draws([.. Denses("dense.0", 3, 3), .. Denses("dense.1", 3, 3)])
        .Is((p, x) => (Affine(x, p.Dense[0]) + Affine(x, p.Dense[1])).sum(1) * 2);

    [Parametrized]
    private static partial Tensor AsLayer(Tensor x)
    {
        var w = Parameter([3], Initializers.Ones(), "w");
        Layer scale = y => y * w;
        return Sequential(x, scale, Dense(3), y => y + w, Doubled);

        static Tensor Doubled(Tensor y) => y * 2;
    }

    [Fact]
    public void Lambdas_as_layers_capture_parameters() => Body.Of(AsLayer()).Draws([One("w", 3), .. Denses("sequential.dense", 3, 3)])
        .Is((p, x) => (Affine(x * p.W, p.Sequential.Dense) + p.W) * 2);
}
