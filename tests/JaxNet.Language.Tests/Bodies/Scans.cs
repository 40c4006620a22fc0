namespace JaxNet.Language.Tests.Bodies;

/// <summary>Loops over time, which share the parameters of their cell.</summary>
public sealed partial class Scans
{
    [Parametrized]
    private static partial (Tensor Carry, Tensor Output) Cell(Tensor carry, Tensor input, long size)
    {
        var next = tanh(Dense(input, size) + carry);
        return (next, next * Parameter([], Initializers.Ones(), "gain"));
    }

    private static (Tensor Carry, Tensor Output) Step(CellParams p, Tensor carry, Tensor input)
    {
        var next = tanh(Affine(input, p.Dense) + carry);
        return (next, next * p.Gain);
    }

    [Parametrized]
    private static partial Tensor Over(Tensor x) => Scan(Cell(2), zeros(2), x).Outputs;

    [Fact]
    public void A_module_over_time() => Body.Of(Over()).Draws([.. Denses("cell.dense", 3, 2), One("cell.gain")]).Is((p, x) =>
    {
        var (c1, o1) = Step(p.Cell, zeros(2), x[0]);
        return stack([o1, Step(p.Cell, c1, x[1]).Output]);
    });

    [Parametrized]
    private static partial (Tensor, Tensor) Backwards(Tensor x)
    {
        var (carry, outputs) = Scan(Cell(2), carry: Dense(x, 2)[0], inputs: x, reverse: true);
        return (carry, outputs);
    }

    [Fact]
    public void Backwards_from_a_learned_carry() => Body.Of(Backwards()).Draws([.. Denses("dense", 3, 2), .. Denses("cell.dense", 3, 2), One("cell.gain")]).Is((p, x) =>
    {
        var (c1, o1) = Step(p.Cell, Affine(x, p.Dense)[0], x[1]);
        var (c0, o0) = Step(p.Cell, c1, x[0]);
        return (c0, stack([o0, o1]));
    });

    [Parametrized]
    private static partial Tensor Twice(Tensor x)
    {
        Layer<Tensor, Tensor, (Tensor, Tensor)> cell = Cell(3);
        var (carry, ys) = Scan(cell, zeros(3), x);
        return Scan(cell, carry, ys).Outputs;
    }

    [Fact]
    public void A_local_cell_is_shared_by_two_scans() => Body.Of(Twice()).Draws([.. Denses("cell.dense", 3, 3), One("cell.gain")]).Is((p, x) =>
    {
        var (c, y0) = Step(p.Cell, zeros(3), x[0]);
        (c, var y1) = Step(p.Cell, c, x[1]);
        (c, var z0) = Step(p.Cell, c, y0);
        return stack([z0, Step(p.Cell, c, y1).Output]);
    });

    [Parametrized]
    private static partial Tensor WithFunction(Tensor x)
    {
        var w = Parameter([3], Initializers.Ones(), "decay");
        return Scan((carry, input) => (carry * w + input, carry), zeros(3), x).Carry;
    }

    [Fact]
    public void A_function_over_time() => Body.Of(WithFunction()).Draws(One("decay", 3)).Is((p, x) => x[0] * p.Decay + x[1]);

    [Parametrized]
    private static partial Tensor InLoop(Tensor x, int layers)
    {
        for (var i = 0; i < layers; i++)
            x = Scan(Cell(3), zeros(3), x).Outputs;

        return x;
    }

    [Fact]
    public void A_scan_in_a_loop() => Body.Of(InLoop(2))
        .Draws([.. Denses("cell.0.dense", 3, 3), One("cell.0.gain"), .. Denses("cell.1.dense", 3, 3), One("cell.1.gain")])
        .Is((p, x) => p.Cell.Aggregate(x, (y, cell) =>
        {
            var (c, o0) = Step(cell, zeros(3), y[0]);
            return stack([o0, Step(cell, c, y[1]).Output]);
        }));

    [Parametrized]
    private static partial Tensor OfLayer(Tensor x, Layer<Tensor, Tensor, (Tensor, Tensor)> cell, bool twice)
    {
        var ys = Scan(cell, zeros(3), x).Outputs;
        return twice ? Scan(cell, zeros(3), ys).Outputs : ys;
    }

    [Fact]
    public void A_cell_that_a_template_is_given() => Body.Of(OfLayer(Cell(3), false)).Draws([.. Denses("cell.dense", 3, 3), One("cell.gain")]).Is((p, x) =>
    {
        var (c, o0) = Step(p.Cell, zeros(3), x[0]);
        return stack([o0, Step(p.Cell, c, x[1]).Output]);
    });
}
