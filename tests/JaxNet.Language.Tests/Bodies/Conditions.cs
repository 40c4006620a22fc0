namespace JaxNet.Language.Tests.Bodies;

/// <summary>A call under a condition: a member that may be null.</summary>
public sealed partial class Conditions
{
    [Parametrized]
    private static partial Tensor Ternary(Tensor x, bool deep) => deep ? Dense(tanh(Dense(x, 4)), 2) : Dense(x, 2);

    [Fact]
    public void The_first_of_two_branches() => Body.Of(Ternary(true)).Draws(Denses("dense1 dense0", 3, 4, 2)).Is((p, x) =>
    {
        Assert.Null(p.Dense2);
        return Affine(tanh(Affine(x, p.Dense1!)), p.Dense0!);
    });

    [Fact]
    public void The_second_of_two_branches() => Body.Of(Ternary(false)).Draws(Denses("dense2", 3, 2)).Is((p, x) => Affine(x, p.Dense2!));

    [Parametrized]
    private static partial Tensor OneOrNone(Tensor x, bool deep)
    {
        Layer? layer = deep ? Dense(3) : null;
        Layer<Tensor, Tensor, (Tensor, Tensor)>? cell = deep ? Step(3) : null;
        var (carry, output) = cell?.Invoke(x, x) ?? (x, x);
        return Given(layer?.Invoke(carry) ?? output, deep ? Dense(3) : null);
    }

    [Parametrized]
    private static partial Tensor Given(Tensor x, Layer? layer) => layer is null ? x : layer(x);

    [Parametrized]
    private static partial (Tensor Carry, Tensor Output) Step(Tensor carry, Tensor input, long width)
    {
        var next = tanh(Dense(carry, width) + input);
        return (next, next);
    }

    [Fact]
    public void A_module_or_none()
    {
        Body.Of(OneOrNone(false)).Is((p, x) => x);
        Body.Of(OneOrNone(true)).Draws([.. Denses("step.dense", 3, 3), .. Denses("dense", 3, 3), .. Denses("given.layer", 3, 3)])
            .Is((p, x) => Affine(Affine(tanh(Affine(x, p.Step!.Dense) + x), p.Dense!), p.Given.Layer!));
        DenseModule? none = null;
        Body.Of(Given(none)).Is((p, x) => x);
        Layer? layer = none;
        Assert.Null(layer);
    }

    [Parametrized]
    private static partial Tensor IfElse(Tensor x, int kind)
    {
        if (kind == 0)
        {
            x = Dense(x, 2);
        }
        else if (kind == 1)
        {
            x = x * Parameter([3], Initializers.Ones(), "scale");
        }
        else
        {
            x = x + Parameter([3], Initializers.Zeros(), "shift");
        }

        return x * Parameter([], Initializers.Ones(), "gain");
    }

    [Fact]
    public void If() => Body.Of(IfElse(0)).Draws([.. Denses("dense", 3, 2), One("gain")]).Is((p, x) => Affine(x, p.Dense!) * p.Gain);

    [Fact]
    public void Else_if() => Body.Of(IfElse(1)).Draws(One("scale", 3), One("gain")).Is((p, x) => x * p.Scale! * p.Gain);

    [Fact]
    public void Else() => Body.Of(IfElse(2)).Draws(Leaf("shift", Initializers.Zeros(), 3), One("gain")).Is((p, x) => (x + p.Shift!) * p.Gain);

    [Parametrized]
    private static partial Tensor SwitchStatement(Tensor x, string kind)
    {
        switch (kind)
        {
            case "dense":
            case "linear":
                return Dense(x, 2);
            case { Length: > 10 } when kind.StartsWith('w'):
                x = Dense(x, 5);
                goto default;
            default:
                return x.sum(1) * Parameter([], Initializers.Ones(), "scale");
        }
    }

    [Fact]
    public void A_switch_statement() => Body.Of(SwitchStatement("linear")).Draws(Denses("dense0", 3, 2)).Is((p, x) => Affine(x, p.Dense0!));

    [Fact]
    public void A_goto_default() => Body.Of(SwitchStatement("wider and wider")).Draws([.. Denses("dense1", 3, 5), One("scale")])
        .Is((p, x) => Affine(x, p.Dense1!).sum(1) * p.Scale!);

    [Parametrized]
    private static partial Tensor SwitchExpression(Tensor x, int n) => n switch
    {
        0 => x,
        < 3 => Dense(x, n),
        var m when m % 2 == 0 => Dense(Dense(x, m), 1),
        _ => throw new ArgumentOutOfRangeException(nameof(n)),
    };

    [Fact]
    public void A_switch_expression() => Body.Of(SwitchExpression(2)).Draws(Denses("dense0", 3, 2)).Is((p, x) => Affine(x, p.Dense0!));

    [Fact]
    public void A_when_clause() => Body.Of(SwitchExpression(4)).Draws(Denses("dense2 dense1", 3, 4, 1)).Is((p, x) => Affine(x, p.Dense2!, p.Dense1!));

    [Parametrized]
    private static partial Tensor ShortCircuit(Tensor x, bool ask)
    {
        var positive = ask && Dense(x, 1).sum().item<float>() > -1000 || !ask;
        return positive ? x * Parameter([], Initializers.Ones(), "scale") : x;
    }

    [Fact]
    public void The_right_of_and() => Body.Of(ShortCircuit(true)).Draws([.. Denses("dense", 3, 1), One("scale")]).Is((p, x) => x * p.Scale!);

    [Fact]
    public void The_right_of_and_that_is_not_reached() => Body.Of(ShortCircuit(false)).Draws(One("scale")).Is((p, x) => x * p.Scale!);

    [Parametrized]
    private static partial Tensor Coalesce(Tensor x, float[]? given)
    {
        Tensor? y = given is null ? null : tensor(given);
        y ??= Parameter([3], Initializers.Ones(), "table");
        var z = y?.add(Dense(x, 3)) ?? Dense(x, 4);
        return z * 2;
    }

    [Fact]
    public void Coalescing_assignment() => Body.Of(Coalesce(null)).Draws([One("table", 3), .. Denses("dense0", 3, 3)])
        .Is((p, x) => (p.Table! + Affine(x, p.Dense0!)) * 2);

    [Fact]
    public void Coalescing_assignment_that_has_a_value() => Body.Of(Coalesce([1, 2, 3])).Draws(Denses("dense0", 3, 3))
        .Is((p, x) => (tensor(new float[] { 1, 2, 3 }) + Affine(x, p.Dense0!)) * 2);

    [Parametrized]
    private static partial Tensor InCondition(Tensor x) => Dense(x, 2).shape[^1] == 2 ? Dense(x, 3) : x;

    [Fact]
    public void A_call_in_a_condition_itself() => Body.Of(InCondition()).Draws([.. Denses("dense0", 3, 2), .. Denses("dense1", 3, 3)]).Is((p, x) =>
    {
        Assert.NotNull(p.Dense0.Kernel);
        return Affine(x, p.Dense1!);
    });

    [Parametrized]
    private static partial Tensor Shared(Tensor x, bool twice)
    {
        Layer d = Dense(3);
        return twice ? d(tanh(d(x))) : d(x);
    }

    [Fact]
    public void A_module_that_is_called_in_both_branches_is_surely_there() => Body.Of(Shared(true)).Draws(Denses("dense", 3, 3)).Is((p, x) =>
    {
        Layers.DenseParams surely = p.Dense!;
        return Affine(tanh(Affine(x, surely)), surely);
    });

    [Parametrized]
    private static partial Tensor Optional(Tensor x, long? width) => width is { } w ? Dense(x, w) : x;

    [Fact]
    public void An_optional_number() => Body.Of(Optional(2)).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense!));

    [Fact]
    public void An_optional_number_that_is_absent() => Body.Of(Optional(null)).Is((p, x) => x);

    [Parametrized]
    private static partial Tensor Caught(Tensor x)
    {
        try
        {
            return Dense(x, 3).reshape(7, 7);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return Dense(x, 2);
        }
        finally
        {
            x = x * 2;
        }
    }

    [Fact]
    public void A_caught_exception() => Body.Of(Caught()).Draws([.. Denses("dense0", 3, 3), .. Denses("dense1", 3, 2)]).Is((p, x) => Affine(x, p.Dense1!));

    [Parametrized]
    private static partial Tensor Recursive(Tensor x, int depth)
    {
        if (depth == 0)
            return Dense(x, 1);

        return Recursive(Dense(x, depth), depth - 1);
    }

    [Fact]
    public void Recursion_under_a_condition() => Body.Of(Recursive(2)).Draws(Denses("dense1 recursive.dense1 recursive.recursive.dense0", 3, 2, 1, 1))
        .Is((p, x) => Affine(x, p.Dense1!, p.Recursive!.Dense1!, p.Recursive!.Recursive!.Dense0!));
}
