namespace JaxNet.Language.Tests.Bodies;

/// <summary>Modules in variables of their own type, which become layers somewhere else: the place has the member, sharing is by identity.</summary>
public sealed partial class ModuleValues
{
    private static DenseModule New => Dense(3);

    private static DenseModule Make(long width) => Dense(width);

    [Parametrized]
    private static partial Tensor InRounds(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            var m = Dense(3);
            Layer l = m;
            x = tanh(l(x));
        }

        return x;
    }

    [Fact]
    public void A_local_of_a_loop_is_another_module_in_each_round() => Body.Of(InRounds()).Draws(Denses("dense.0 dense.1", 3, 3, 3))
        .Is((p, x) => tanh(Affine(tanh(Affine(x, p.Dense[0])), p.Dense[1])));

    [Parametrized]
    private static partial Tensor MadeInRounds(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            DenseModule m = Make(3);
            Layer l = m, again = m;
            x = again(tanh(l(x)));
        }

        return x;
    }

    [Fact]
    public void A_module_of_a_round_under_two_names() => Body.Of(MadeInRounds()).Draws(Denses("dense0.0 dense0.1", 3, 3, 3)).Is((p, x) =>
    {
        Assert.Same(p.Dense0[1], p.Dense1[1]);
        return p.Dense0.Aggregate(x, (y, dense) => Affine(tanh(Affine(y, dense)), dense));
    });

    [Parametrized]
    private static partial Tensor ScanInRounds(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            Layer<Tensor, Tensor, (Tensor, Tensor)> cell = Step(3);
            (_, x) = Scan(cell, zeros(3), x);
        }

        return x;
    }

    [Parametrized]
    private static partial (Tensor Carry, Tensor Output) Step(Tensor carry, Tensor input, long width)
    {
        carry = tanh(carry + input * Parameter([width], Initializers.Normal(), "scale"));
        return (carry, carry);
    }

    [Fact]
    public void The_cell_of_a_round() => Body.Of(ScanInRounds()).Draws(Normal("step.0.scale", 3), Normal("step.1.scale", 3)).Is((p, x) =>
    {
        foreach (var scale in p.Step.Select(step => step.Scale))
        {
            var carry = zeros(3);
            x = stack(x.unbind(0).Select(row => carry = tanh(carry + row * scale)).ToArray());
        }

        return x;
    });

    [Parametrized]
    private static partial Tensor Reassigned(Tensor x)
    {
        var m = Dense(4);
        Layer l = m;
        x = l(x);
        m = Dense(3);
        l = m;
        return l(x);
    }

    [Fact]
    public void A_variable_that_is_assigned_again() => Body.Of(Reassigned()).Draws(Denses("dense0 dense1", 3, 4, 3)).Is((p, x) => Affine(x, p.Dense0!, p.Dense1!));

    [Parametrized]
    private static partial Tensor Replaced(Tensor x)
    {
        var m = Dense(3);
        if (x.shape[0] > 1)
            m = Dense(4);

        Layer l = m;
        return l(x);
    }

    [Fact]
    public void A_variable_that_is_assigned_again_under_a_condition() => Body.Of(Replaced()).Draws(Denses("dense", 3, 4)).Is((p, x) => Affine(x, p.Dense!));

    [Parametrized]
    private static partial Tensor Collected(Tensor x)
    {
        DenseModule[] array = [.. new[] { 4, 3, 3 }.Select(n => Dense(n))];
        foreach (var m in array)
        {
            Layer l = m;
            x = l(x);
        }

        var named = new Dictionary<string, DenseModule> { ["last"] = array[^1] };
        Layer last = named["last"];
        return last(x);
    }

    [Fact]
    public void Modules_out_of_collections() => Body.Of(Collected()).Draws(Denses("dense0.0 dense0.1 dense0.2", 3, 4, 3, 3)).Is((p, x) =>
    {
        Assert.Same(p.Dense0[2], p.Dense1);
        return Affine(x, p.Dense0[0], p.Dense0[1], p.Dense0[2], p.Dense1!);
    });

    [Parametrized]
    private static partial Tensor InTuple(Tensor x)
    {
        var t = (A: Dense(3), B: 2);
        Layer a = t.A, b = New;
        return b(tanh(a(x)) * t.B);
    }

    [Fact]
    public void Modules_out_of_a_tuple_and_a_property() => Body.Of(InTuple()).Draws(Denses("dense0 dense1", 3, 3, 3))
        .Is((p, x) => Affine(tanh(Affine(x, p.Dense0!)) * 2, p.Dense1!));

    [Parametrized]
    private static partial Tensor Given(Tensor x, DenseModule a, DenseModule b)
    {
        Layer l = a;
        Layer m = b;
        return m(l(x));
    }

    [Fact]
    public void Modules_as_hyperparameters() => Body.Of(Given(Dense(4), Dense(3))).Draws(Denses("dense0 dense1", 3, 4, 3)).Is((p, x) => Affine(x, p.Dense0!, p.Dense1!));
    private sealed class Block
    {
        public readonly DenseModule Inner = Dense(3);
    }

    [Parametrized]
    private static partial Tensor InFields(Tensor x, Block[] blocks)
    {
        foreach (var block in blocks)
        {
            Layer l = block.Inner;
            x = tanh(l(x));
        }

        Layer first = blocks[0].Inner;
        return first(x);
    }

    [Fact]
    public void Modules_in_fields_are_those_of_their_objects() => Body.Of(InFields([new(), new()])).Draws(Denses("dense0.0 dense0.1", 3, 3, 3)).Is((p, x) =>
    {
        Assert.Same(p.Dense0[0], p.Dense1);
        return Affine(p.Dense0.Aggregate(x, (y, dense) => tanh(Affine(y, dense))), p.Dense1!);
    });
}
