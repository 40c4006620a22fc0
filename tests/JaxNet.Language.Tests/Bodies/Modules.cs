namespace JaxNet.Language.Tests.Bodies;

/// <summary>Modules as values: sharing is by identity.</summary>
public sealed partial class Modules
{
    private static readonly DenseModule s_shared = Dense(3);

    [Parametrized]
    private static partial Tensor Local(Tensor x)
    {
        Layer d = Dense(3);
        return d(tanh(d(x)));
    }

    [Fact]
    public void A_local_module_called_twice() => Body.Of(Local()).Draws(Denses("dense", 3, 3)).Is((p, x) => Affine(tanh(Affine(x, p.Dense)), p.Dense));

    [Parametrized]
    private static partial Tensor InOtherOrder(Tensor x)
    {
        Layer first = Dense(4), second = Dense(3);
        var y = second(x);
        return first(y) + first(x);
    }

    [Fact]
    public void Members_are_numbered_by_declaration_and_drawn_by_call() => Body.Of(InOtherOrder()).Draws(Denses("dense1 dense0", 3, 3, 4))
        .Is((p, x) => Affine(x, p.Dense1, p.Dense0) + Affine(x, p.Dense0));

    [Parametrized]
    private static partial Tensor Twins(Tensor x)
    {
        Layer d = Dense(3);
        var again = d;
        return Sequential(again(x), d, Tanh, again);
    }

    [Fact]
    public void Two_names_of_one_module() => Body.Of(Twins()).Draws(Denses("dense", 3, 3)).Is((p, x) =>
    {
        Assert.Same(p.Dense.Kernel, p.Sequential.Dense.Kernel);
        return Affine(tanh(Affine(Affine(x, p.Dense), p.Dense)), p.Dense);
    });

    [Parametrized]
    private static partial Tensor Encoder(Tensor x) => Dense(x, 3);

    [Parametrized]
    private static partial Tensor Parents(Tensor x) => LeftParent(x) + RightParent(x) * Encoder(x);

    [Parametrized]
    private static partial Tensor LeftParent(Tensor x) => tanh(Encoder(x));

    [Parametrized]
    private static partial Tensor RightParent(Tensor x) => Sequential(x, Encoder(), Sigmoid);

    [Fact]
    public void A_template_without_hyperparameters_under_three_parents() => Body.Of(Parents()).Draws(Denses("left_parent.encoder.dense", 3, 3)).Is((p, x) =>
    {
        Assert.Same(p.LeftParent.Encoder.Dense, p.Encoder.Dense);
        var y = Affine(x, p.Encoder.Dense);
        return tanh(y) + sigmoid(y) * y;
    });

    [Parametrized]
    private static partial Tensor StaticModule(Tensor x) => Sequential(x, s_shared, Tanh, s_shared) + Sequential(x, Modules.s_shared);

    [Fact]
    public void A_static_readonly_module() => Body.Of(StaticModule()).Draws(Denses("sequential0.dense", 3, 3)).Is((p, x) =>
    {
        var d = p.Sequential0.Dense;
        Assert.Same(d, p.Sequential1.Dense);
        return Affine(tanh(Affine(x, d)), d) + Affine(x, d);
    });

    private static DenseModule Make(long width) => Dense(width, Initializers.Ones());

    [Parametrized]
    private static partial Tensor FromMethod(Tensor x)
    {
        Layer made = Make(2);
        return made(x) + Sequential(x, Make(2));
    }

    [Fact]
    public void A_module_from_a_method() => Body.Of(FromMethod())
        .Draws(Leaf("dense.kernel", Initializers.Ones(), 3, 2), Bias("dense", 2), Leaf("sequential.dense.kernel", Initializers.Ones(), 3, 2), Bias("sequential.dense", 2))
        .Is((p, x) => Affine(x, p.Dense) + Affine(x, p.Sequential.Dense));

    [Parametrized]
    private static partial Tensor NewOnes(Tensor x)
    {
        DenseModule d = new(3, kernelInit: null), e = new(outDim: 3);
        return Sequential(x, d, e, d, new EncoderModule(), Encoder(), Encoder());
    }

    [Fact]
    public void New_modules() => Body.Of(NewOnes()).Draws(Denses("sequential.dense0 sequential.dense1 sequential.encoder0.dense sequential.encoder1.dense", 3, 3, 3, 3, 3))
        .Is((p, x) =>
        {
            var s = p.Sequential;
            return Affine(x, s.Dense0, s.Dense1, s.Dense0, s.Encoder0.Dense, s.Encoder1.Dense, s.Encoder1.Dense);
        });

    [Parametrized]
    private static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

    [Fact]
    public void A_layer_as_a_hyperparameter() => Body.Of(Residual(Dense(3))).Draws(Denses("inner", 3, 3)).Is((p, x) => x + Affine(x, p.Inner));

    [Fact]
    public void A_function_as_a_layer() => Body.Of(Residual(Tanh)).Is((p, x) => x + tanh(x));

    [Fact]
    public void A_lambda_as_a_layer() => Body.Of(Residual(y => y * 2)).Is((p, x) => x * 3);

    [Parametrized]
    private static partial Tensor InResidual(Tensor x)
    {
        Layer shared = Dense(3);
        x = Residual(x, shared);
        x = Residual(x, Residual(Sequential(Dense(4), Tanh, Dense(3))));
        return Residual(inner: shared, x: x);
    }

    [Fact]
    public void Layers_in_layers() => Body.Of(InResidual())
        .Draws(Denses("residual0.inner residual1.inner.inner.dense0 residual1.inner.inner.dense1", 3, 3, 4, 3))
        .Is((p, x) =>
        {
            x = x + Affine(x, p.Residual0.Inner);
            var list = p.Residual1.Inner.Inner;
            x = x + x + Affine(tanh(Affine(x, (Layers.DenseParams)list["dense0"])), (Layers.DenseParams)list["dense1"]);
            return x + Affine(x, p.Residual2.Inner);
        });

    [Parametrized]
    private static partial Tensor Two(Tensor x, Layer first, Layer? second = null, long times = 1)
    {
        for (var i = 0; i < times; i++)
            x = first(x);

        return second is null ? x : second(x);
    }

    [Fact]
    public void An_optional_layer_that_is_absent() => Body.Of(Two(Dense(3), times: 2)).Draws(Denses("first", 3, 3)).Is((p, x) => Affine(x, (Layers.DenseParams)p.First!, (Layers.DenseParams)p.First!));

    [Fact]
    public void An_optional_layer() => Body.Of(Two(Tanh, Dense(2))).Draws(Denses("second", 3, 2)).Is((p, x) => Affine(tanh(x), (Layers.DenseParams)p.Second!));

    [Parametrized]
    private static partial Tensor Combined(Tensor x, params Layer[] layers)
    {
        var (left, right) = (x, x * 2);
        for (var i = 0; i < layers.Length; i++)
        {
            if (i % 2 == 0)
                left = layers[i](left);
            else
                right = layers[^1](right);
        }

        return left + right;
    }

    [Fact]
    public void A_list_of_layers_by_index() => Body.Of(Combined(Dense(3), Dense(3))).Draws([.. Denses("dense0", 3, 3), .. Denses("dense1", 3, 3)])
        .Is((p, x) => Affine(x, (Layers.DenseParams)p[0]!) + Affine(x * 2, (Layers.DenseParams)p["dense1"]));

    [Parametrized]
    private static partial Tensor InCombined(Tensor x) => Combined(x, Dense(3), Encoder()) + Combined(x, [Tanh, Dense(3)]) + Combined(x);

    [Fact]
    public void Typed_members_for_the_layers_of_a_call() => Body.Of(InCombined())
        .Draws([.. Denses("combined0.dense", 3, 3), .. Denses("combined0.encoder.dense", 3, 3), .. Denses("combined1.dense", 3, 3)])
        .Is((p, x) => Affine(x, p.Combined0.Dense) + Affine(x * 2, p.Combined0.Encoder.Dense) + tanh(x) + Affine(x * 2, p.Combined1.Dense) + x + x * 2);

    [Parametrized]
    private static partial Tensor AroundLayers(Tensor x, Layer inner, params Layer[] rest) => Sequential(Residual(x, inner), [inner, .. rest]);

    [Fact]
    public void Layers_that_are_handed_on() => Body.Of(AroundLayers(Dense(3), Tanh, Dense(2))).Draws(Denses("sequential.dense0 sequential.dense1", 3, 3, 2)).Is((p, x) =>
    {
        var inner = p.Residual.Inner;
        return Affine(tanh(Affine(x + Affine(x, inner), inner)), (Layers.DenseParams)p.Sequential[2]!);
    });

    [Parametrized]
    private static partial Tensor Pair(Tensor x, Tensor y) => Dense(x, 2) + Dense(y, 2);

    [Parametrized]
    private static partial Tensor OfPair(Tensor x, Layer<Tensor, Tensor, Tensor> pair, Layer<Tensor, (Tensor, Tensor)>? split = null)
    {
        var (a, b) = split is null ? (x, x) : split(x);
        return pair(a, b);
    }

    [Fact]
    public void Layers_of_other_types() => Body.Of(OfPair(Pair(), Halve())).Draws([One("split.gain"), .. Denses("pair.dense0", 3, 2), .. Denses("pair.dense1", 3, 2)])
        .Is((p, x) => Affine(x * p.Split!.Gain, p.Pair.Dense0) + Affine(x, p.Pair.Dense1));

    [Parametrized]
    private static partial (Tensor, Tensor) Halve(Tensor x) => (x * Parameter([], Initializers.Ones(), "gain"), x);
}
