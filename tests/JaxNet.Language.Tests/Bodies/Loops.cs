namespace JaxNet.Language.Tests.Bodies;

/// <summary>A call in a loop: a list with an element for each round.</summary>
public sealed partial class Loops
{
    [Parametrized]
    private static partial Tensor For(Tensor x, int depth)
    {
        for (var i = 0; i < depth; i++)
            x = Dense(x, 2 + i);

        return x;
    }

    [Fact]
    public void A_for_loop() => Body.Of(For(3)).Draws(Denses("dense.0 dense.1 dense.2", 3, 2, 3, 4)).Is((p, x) => Affine(x, p.Dense));

    [Fact]
    public void No_round_at_all() => Body.Of(For(0)).Is((p, x) => x);

    [Parametrized]
    private static partial Tensor ForEach(Tensor x, params long[] widths)
    {
        foreach (var width in widths) x = tanh(Dense(x, width));
        return x;
    }

    [Fact]
    public void A_foreach_loop() => Body.Of(ForEach(4, 2)).Draws(Denses("dense.0 dense.1", 3, 4, 2))
        .Is((p, x) => tanh(Affine(tanh(Affine(x, p.Dense[0])), p.Dense[1])));

    [Parametrized]
    private static partial Tensor While(Tensor x)
    {
        while (x.shape[^1] > 1)
            x = Dense(x, x.shape[^1] - 1);

        return x;
    }

    [Fact]
    public void A_while_loop_on_a_shape() => Body.Of(While()).Draws(Denses("dense.0 dense.1", 3, 2, 1)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Do(Tensor x)
    {
        var rounds = 0;
        do
        {
            x = x * Parameter([], Initializers.Constant(rounds + 1), "scale");
        }
        while (++rounds < 2);
        return x;
    }

    [Fact]
    public void A_do_loop_of_parameters() => Body.Of(Do())
        .Draws(Leaf("scale.0", Initializers.Constant(1)), Leaf("scale.1", Initializers.Constant(2)))
        .Is((p, x) => x * p.Scale[0] * p.Scale[1]);

    [Parametrized]
    private static partial Tensor Nested(Tensor x)
    {
        for (int i = 0, j = 2; i < j; i++, j--)
        {
            for (var k = 0; k <= i + 1; k++)
                x = Dense(x, 2);

            x = x + Parameter([2], Initializers.Ones(), "shift");
        }

        return x;
    }

    [Fact]
    public void Loops_in_loops_are_one_list() => Body.Of(Nested())
        .Draws([.. Denses("dense.0 dense.1", 3, 2, 2), One("shift.0", 2)])
        .Is((p, x) => Affine(x, p.Dense) + p.Shift[0]);

    [Parametrized]
    private static partial Tensor Leaps(Tensor x, int[] widths)
    {
        foreach (var (width, i) in widths.Select((width, i) => (width, i)))
        {
            if (width < 0)
                continue;

            if (i == 3)
                break;

            x = Dense(x, width);
        }

        return Dense(x, 1);
    }

    [Fact]
    public void Continue_and_break() => Body.Of(Leaps([2, -1, 4, 5])).Draws(Denses("dense0.0 dense0.1 dense1", 3, 2, 4, 1))
        .Is((p, x) => Affine(x, p.Dense0[0], p.Dense0[1], p.Dense1));

    [Parametrized]
    private static partial Tensor Leaves(Tensor x)
    {
        for (var i = 0; ; i++)
        {
            var y = Dense(x, 3);
            if (i == 1)
                return y;

            x = sigmoid(y);
        }
    }

    [Fact]
    public void A_return_in_a_loop() => Body.Of(Leaves()).Draws(Denses("dense.0 dense.1", 3, 3, 3))
        .Is((p, x) => Affine(sigmoid(Affine(x, p.Dense[0])), p.Dense[1]));

    [Parametrized]
    private static partial Tensor TwoCalls(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            var (a, b) = (Dense(x, 3), Dense(x, 3));
            x = a * b;
        }

        return x;
    }

    [Fact]
    public void Two_calls_in_a_loop_are_two_lists() => Body.Of(TwoCalls())
        .Draws([.. Denses("dense0.0", 3, 3), .. Denses("dense1.0", 3, 3), .. Denses("dense0.1", 3, 3), .. Denses("dense1.1", 3, 3)])
        .Is((p, x) =>
        {
            x = Affine(x, p.Dense0[0]) * Affine(x, p.Dense1[0]);
            return Affine(x, p.Dense0[1]) * Affine(x, p.Dense1[1]);
        });

    [Parametrized]
    private static partial Tensor InHeader(Tensor x)
    {
        for (var y = Dense(x, 2); y.shape[^1] < 4; y = Dense(y, y.shape[^1] + 1))
            x = y;

        return x;
    }

    [Fact]
    public void Calls_in_the_header_of_a_loop() => Body.Of(InHeader()).Draws(Denses("dense0 dense1.0 dense1.1", 3, 2, 3, 4))
        .Is((p, x) => Affine(x, p.Dense0, p.Dense1[0]));

    [Parametrized]
    private static partial Tensor OverRows(Tensor x)
    {
        Layer row = Dense(2);
        var rows = new List<Tensor>();
        foreach (var r in x.unbind(0))
            rows.Add(row(r));

        return stack(rows.ToArray());
    }

    [Fact]
    public void A_module_before_a_loop_is_shared_by_its_rounds() => Body.Of(OverRows()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense!));

    [Parametrized]
    private static partial Tensor Blocks(Tensor x, int count)
    {
        for (var i = 0; i < count; i++)
            x = x + For(x, 1 + i)[.., ..1];

        return x;
    }

    [Fact]
    public void A_template_with_a_list_in_a_list() => Body.Of(Blocks(2)).Draws(Denses("for.0.dense.0", 3, 2).Concat(Denses("for.1.dense.0 for.1.dense.1", 3, 2, 3)).ToArray())
        .Is((p, x) =>
        {
            x = x + Affine(x, p.For[0].Dense)[.., ..1];
            return x + Affine(x, p.For[1].Dense)[.., ..1];
        });

    [Parametrized]
    private static partial Tensor InSequence(Tensor x)
    {
        for (var i = 0; i < 2; i++)
            x = Sequential(x, Dense(4), Tanh, Dense(3));

        return x;
    }

    [Fact]
    public void A_list_of_layers_in_a_loop() => Body.Of(InSequence())
        .Draws(Denses("sequential.0.dense0 sequential.0.dense1 sequential.1.dense0 sequential.1.dense1", 3, 4, 3, 4, 3))
        .Is((p, x) => p.Sequential.Aggregate(x, (y, layers) => Affine(tanh(Affine(y, layers.Dense0)), layers.Dense1)));

    [Parametrized]
    private static partial Tensor Trees(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            var affine = Parameter(key => (Scale: ones(3) * (i + 2), Shift: zeros(3)), "affine");
            x = x * affine.Scale + affine.Shift;
        }

        return x;
    }

    [Fact]
    public void Trees_in_a_loop() => Body.Of(Trees())
        .Draws([.. Enumerable.Range(0, 2).Select(i => Many(_ => [($"affine.{i}.0", ones(3) * (i + 2)), ($"affine.{i}.1", zeros(3))]))])
        .Is((p, x) => p.Affine.Aggregate(x, (y, affine) => y * affine.Scale + affine.Shift));

    [Parametrized]
    private static partial Tensor Goto(Tensor x)
    {
        var rounds = 0;
    again:
        x = Dense(x, 3);
        if (++rounds < 2)
            goto again;

        return x;
    }

    [Fact]
    public void A_goto_is_a_loop() => Body.Of(Goto()).Draws(Denses("dense.0 dense.1", 3, 3, 3)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Maybe(Tensor x, bool[] which)
    {
        foreach (var flag in which)
            x = flag ? Dense(x, 3) : x * Parameter([], Initializers.Ones(), "gain");

        return x;
    }

    [Fact]
    public void A_condition_in_a_loop_gives_only_the_rounds_that_ran() => Body.Of(Maybe([true, false, true]))
        .Draws([.. Denses("dense.0", 3, 3), One("gain.0"), .. Denses("dense.1", 3, 3)])
        .Is((p, x) => Affine(Affine(x, p.Dense[0]) * p.Gain[0], p.Dense[1]));

    [Parametrized]
    private static partial Tensor Own(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            Layer own = Dense(3);
            x = own(tanh(own(x)));
        }

        return x;
    }

    [Fact]
    public void A_module_that_is_made_in_a_loop_is_one_for_each_round() => Body.Of(Own()).Draws(Denses("dense.0 dense.1", 3, 3, 3))
        .Is((p, x) => p.Dense.Aggregate(x, (y, dense) => Affine(tanh(Affine(y, dense)), dense)));

    [Parametrized]
    private static partial Tensor FirstOnly(Tensor x)
    {
        for (var i = 0; i < 3; i++)
        {
            Layer layer = Dense(3);
            if (i == 1)
                x = layer(x);
        }

        return x;
    }

    [Fact]
    public void A_layer_of_a_round_that_is_never_called_has_no_parameters() =>
        Body.Of(FirstOnly()).Draws(Denses("dense.1", 3, 3)).Is((p, x) => Affine(x, p.Dense[1]));
}
