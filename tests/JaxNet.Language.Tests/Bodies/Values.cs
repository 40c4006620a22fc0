namespace JaxNet.Language.Tests.Bodies;

/// <summary>Modules that a body holds as values: in lists, in dictionaries, behind conditions.</summary>
public sealed partial class Values
{
    [Parametrized]
    private static partial Tensor Chosen(Tensor x, bool deep)
    {
        Layer f = deep ? Sequential(Dense(4), Tanh, Dense(2)) : Dense(2);
        return f(x) + f(x * 2);
    }

    [Fact]
    public void One_of_two_layers() => Body.Of(Chosen(false)).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense!) + Affine(x * 2, p.Dense!));

    [Fact]
    public void The_other_of_two_layers() => Body.Of(Chosen(true)).Draws(Denses("sequential.dense0 sequential.dense1", 3, 4, 2)).Is((p, x) =>
    {
        var (first, second) = ((Layers.DenseParams)p.Sequential!["dense0"], (Layers.DenseParams)p.Sequential["dense1"]);
        return Affine(tanh(Affine(x, first)), second) + Affine(tanh(Affine(x * 2, first)), second);
    });

    [Parametrized]
    private static partial Tensor OneOrFunction(Tensor x, string kind)
    {
        Layer f = kind switch
        {
            "dense" => Dense(3),
            "tanh" => Tanh,
            _ => y => y * kind.Length,
        };
        return f(x);
    }

    [Fact]
    public void A_layer_or_a_function() => Body.Of(OneOrFunction("dense")).Draws(Denses("dense", 3, 3)).Is((p, x) => Affine(x, p.Dense!));

    [Fact]
    public void A_function_and_no_layer() => Body.Of(OneOrFunction("four")).Is((p, x) => x * 4);

    [Parametrized]
    private static partial Tensor ListOf(Tensor x)
    {
        Layer[] layers = [Dense(4), Tanh, Dense(3)];
        foreach (var layer in layers)
            x = layer(x);

        return layers[2](layers[0](x));
    }

    [Fact]
    public void A_list_of_layers() => Body.Of(ListOf()).Draws(Denses("dense0 dense1", 3, 4, 3))
        .Is((p, x) => Affine(Affine(tanh(Affine(x, p.Dense0!)), p.Dense1!), p.Dense0!, p.Dense1!));

    [Parametrized]
    private static partial Tensor Made(Tensor x, params long[] widths)
    {
        var layers = new List<Layer>();
        foreach (var width in widths)
        {
            layers.Add(Dense(width));
            layers.Add(Tanh);
        }

        return layers.Aggregate(x, (y, layer) => layer(y));
    }

    [Fact]
    public void A_list_that_is_made_in_a_loop() => Body.Of(Made(4, 2)).Draws(Denses("dense.0 dense.1", 3, 4, 2))
        .Is((p, x) => p.Dense.Aggregate(x, (y, dense) => tanh(Affine(y, dense))));

    [Parametrized]
    private static partial Tensor ByKey(Tensor x, string task)
    {
        var heads = new Dictionary<string, Layer> { ["small"] = Dense(1), ["large"] = Dense(4) };
        Layer trunk = Dense(3);
        return heads[task](trunk(x)) + heads["small"](x);
    }

    [Fact]
    public void A_dictionary_of_layers() => Body.Of(ByKey("large")).Draws(Denses("dense2 dense1", 3, 3, 4).Concat(Denses("dense0", 3, 1)).ToArray())
        .Is((p, x) => Affine(x, p.Dense2, p.Dense1!) + Affine(x, p.Dense0!));

    [Fact]
    public void A_layer_in_a_dictionary_that_is_not_called_has_no_parameters() => Body.Of(ByKey("small")).Draws(Denses("dense2 dense0", 3, 3, 1))
        .Is((p, x) =>
        {
            Assert.Null(p.Dense1);
            return Affine(x, p.Dense2, p.Dense0!) + Affine(x, p.Dense0!);
        });

    [Parametrized]
    private static partial Tensor Reassigned(Tensor x, bool wide)
    {
        Layer d = Dense(3);
        if (wide)
            d = Dense(4);

        return d(x);
    }

    [Fact]
    public void A_variable_that_is_assigned_again() => Body.Of(Reassigned(true)).Draws(Denses("dense1", 3, 4)).Is((p, x) => Affine(x, p.Dense1!));

    private static Tensor Twice(Layer layer, Tensor x) => layer(layer(x));

    [Parametrized]
    private static partial Tensor Passed(Tensor x, Layer inner)
    {
        Layer d = Dense(3);
        return Twice(d, Twice(inner, Twice(Dense(3), d(x))));
    }

    [Fact]
    public void Layers_as_arguments_of_methods() => Body.Of(Passed(Dense(3))).Draws(Denses("dense0 dense1 inner", 3, 3, 3, 3))
        .Is((p, x) => Affine(x, p.Dense0, p.Dense1!, p.Dense1!, p.Inner!, p.Inner!, p.Dense0, p.Dense0));

    [Parametrized]
    private static partial Tensor Coalesced(Tensor x, Layer? inner = null) => (inner ?? Tanh)(x);

    [Fact]
    public void A_layer_or_else_a_function() => Body.Of(Coalesced(Dense(2))).Draws(Denses("inner", 3, 2)).Is((p, x) => Affine(x, p.Inner!));

    [Fact]
    public void No_layer_and_so_a_function() => Body.Of(Coalesced()).Is((p, x) => tanh(x));

    [Parametrized]
    private static partial Tensor Tuple(Tensor x)
    {
        (Layer first, Layer second) = (Dense(4), Dense(3));
        (first, second) = (second, first);
        return first(second(x));
    }

    [Fact]
    public void Layers_in_tuples() => Body.Of(Tuple()).Draws(Denses("dense0 dense1", 3, 4, 3)).Is((p, x) => Affine(x, p.Dense0!, p.Dense1!));

    [Parametrized]
    private static partial Tensor InSequence(Tensor x, bool deep)
    {
        Layer f = deep ? Dense(4) : Relu;
        return Sequential(x, f, Dense(2), f, deep ? Dense(3) : Tanh);
    }

    [Fact]
    public void Values_among_the_layers_of_a_template() => Body.Of(InSequence(false)).Draws(Denses("sequential.dense", 3, 2)).Is((p, x) => tanh(Affine(x.relu(), p.Sequential.Dense).relu()));

    [Parametrized]
    private static partial Tensor OfTypes(Tensor x, bool swap)
    {
        Layer<Tensor, (Tensor, Tensor)> split = swap ? Swapped() : y => (y, y);
        Layer<Tensor, Tensor, Tensor>[] joins = [Joined(2), (a, b) => a * b];
        var (left, right) = split(x);
        return joins[0](left, right) + joins[1](left, right).sum();
    }

    [Parametrized]
    private static partial (Tensor, Tensor) Swapped(Tensor x) => (x * 2, Dense(x, 3));

    [Parametrized]
    private static partial Tensor Joined(Tensor x, Tensor y, long n) => Dense(x, n) - Dense(y, n);

    [Fact]
    public void Layers_of_other_types() => Body.Of(OfTypes(true))
        .Draws([.. Denses("swapped.dense", 3, 3), .. Denses("joined.dense0", 3, 2), .. Denses("joined.dense1", 3, 2)])
        .Is((p, x) =>
        {
            var (left, right) = (x * 2, Affine(x, p.Swapped!.Dense));
            return Affine(left, p.Joined!.Dense0) - Affine(right, p.Joined.Dense1) + (left * right).sum();
        });

    [Parametrized]
    private static partial Tensor WithoutParameters(Tensor x, bool pool)
    {
        Layer f = pool ? Dropout(0) : Dropout(0.5);
        return f(x);
    }

    [Fact]
    public void Layers_without_parameters() => Body.Of(WithoutParameters(true)).Is((p, x) => x);
}
