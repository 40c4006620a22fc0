namespace JaxNet.Generators.Tests.Running;

/// <summary>Where a Scan's cell may come from, and what its parameters are called: each program runs on the real engine.</summary>
public sealed class ScanTests
{
    [Theory]
    [InlineData("return Scan(GRUCell(4), start, xs).Outputs;", "gru_cell")]
    [InlineData("return Scan(reverse: true, inputs: xs, carry: start, cell: GRUCell(4)).Outputs;", "gru_cell")]
    [InlineData("return Scan(GRUCell(4), start, xs, true).Outputs + Scan(GRUCell(4), start, xs).Outputs;", "gru_cell0 gru_cell1")]
    [InlineData("var cell = GRUCell(4); return Scan(cell, start, xs).Outputs;", "gru_cell")]
    [InlineData("Layer<Tensor, Tensor, (Tensor, Tensor)> cell = GRUCell(4); return Scan(cell, cell(start, xs[0]).Item1, xs).Outputs;", "gru_cell")]
    [InlineData("return Scan((Layer<Tensor, Tensor, (Tensor, Tensor)>)GRUCell(4), start, xs).Outputs;", "gru_cell")]
    [InlineData("return Scan(One, start, xs).Outputs + Scan(Net.One, start, xs).Outputs + Scan(One(), start, xs).Outputs + One(start, xs[0]).Output;", "one.gru_cell")]
    [InlineData("return Scan(Shared, start, xs).Outputs + Scan(Net.Shared, start, xs).Outputs;", "gru_cell")]
    [InlineData("return Around(start, xs, GRUCell(4)) + Around(start, xs, Add);", "around.cell")]
    [InlineData("return Around(start, xs, One);", "around.cell.gru_cell")]
    [InlineData("return xs.dim() > 1 ? Scan(GRUCell(4), start, xs).Outputs : xs;", "gru_cell")]
    [InlineData("return Scan(xs.dim() > 1 ? GRUCell(4) : GRUCell(5), start, xs).Outputs;", "gru_cell")]
    [InlineData("for (var i = 0; i < 2; i++) xs = Scan(GRUCell(4), start, xs).Outputs; return xs;", "gru_cell.0 gru_cell.1")]
    [InlineData("var cell = GRUCell(4); for (var i = 0; i < 2; i++) xs = Scan(Same(cell), start, xs).Outputs; return xs;", "same.0.cell")]
    [InlineData("return Scan(Half(), start, xs).Outputs + Scan(Add, start, xs).Outputs;", "")]
    [InlineData("return Rnn(xs, GRUCell(4), 4);", "rnn.cell")]
    [InlineData("return Sequential(xs, Rnn(GRUCell(4), 4), Rnn(LSTMCell(4), 4));", "sequential.rnn0.cell sequential.rnn1.cell")]
    public void Names_and_sharing(string statements, string owners) => Assert.Equal(
        $"{owners} | True",
        LoadedProgram.Of(
            $$"""
            public static readonly GRUCellModule Shared = JaxNet.Layers.GRUCell(4);

            private static (Tensor, Tensor) Add(Tensor carry, Tensor x) => (carry + x, carry + x);

            [Parametrized]
            public static partial (Tensor Carry, Tensor Output) Half(Tensor carry, Tensor x, double by = 0.5) => (carry * by, x);

            [Parametrized]
            public static partial (Tensor Carry, Tensor Output) One(Tensor carry, Tensor x) => GRUCell(carry, x, 4);

            [Parametrized]
            public static partial (Tensor Carry, Tensor Output) Same(Tensor carry, Tensor x, Layer<Tensor, Tensor, (Tensor, Tensor)> cell) => cell(carry, x);

            [Parametrized]
            public static partial Tensor Around(Tensor start, Tensor xs, Layer<Tensor, Tensor, (Tensor Carry, Tensor Output)> cell)
            {
                var same = cell;
                return Scan(cell, Scan(same, start, xs).Carry, xs).Outputs;
            }

            [Parametrized]
            public static partial Tensor F(Tensor xs)
            {
                var start = zeros(xs.shape[1], 4);
                {{statements}}
            }
            """,
            """
            var xs = new Key(1).Normal([3, 2, 4]);
            var p = Net.F().Init(new Key(0), xs);
            var rebuilt = Tree.Map(p, leaf => leaf + 0);
            var owners = Tree.Paths(rebuilt).Select(path => path[..path.LastIndexOf('.')]).Distinct().Order();
            return $"{string.Join(" ", owners)} | {allclose(Net.F().Apply(p, xs), Net.F().Apply(rebuilt, xs))}";
            """).Run<object>());
}
