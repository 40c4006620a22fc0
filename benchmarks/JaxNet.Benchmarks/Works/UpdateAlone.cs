using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>An optimizer alone, on ten leaves of a million parameters each; the gradients are there.</summary>
internal sealed class UpdateAlone(string name, string title, double goal, int slots, Optimizer optimizer)
    : Work(name, title, goal, Cost.Update(Leaves * (double)LeafSize, slots))
{
    private const int Leaves = 10;
    private const int LeafSize = 1_000_000;

    private Tensor[] gradients = [];
    private OptimizerState<Tensor[]> state = null!;

    public override double Tolerance => 1e-5;

    public override void Prepare(string? file)
    {
        var parameters = Draw(new Key(0));
        gradients = Draw(new Key(1));
        if (file is not null)
            Checkpoint.Save(file, (parameters, gradients));

        state = optimizer.Init(parameters);
    }

    public override double[] Check(int steps)
    {
        for (var i = 0; i < steps; i++)
            Step();

        return Array.ConvertAll(optimizer.GetParameters(state), SumOfMagnitudes);
    }

    public override void Step() => optimizer.StepFromGradients(ref state, gradients);

    // What all leaves together would leave behind counts as the steps' memory.
    public static double SumOfMagnitudes(Tensor leaf)
    {
        using var temporaries = NewDisposeScope();
        return leaf.type(ScalarType.Float64).abs().sum().item<double>();
    }

    /// <summary>Ten leaves of a million numbers.</summary>
    public static Tensor[] Draw(Key key) => [.. Enumerable.Range(0, Leaves).Select(leaf => key.FoldIn((uint)leaf).Normal([LeafSize]))];
}
