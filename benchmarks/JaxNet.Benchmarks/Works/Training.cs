using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>Steps of a training on one batch.</summary>
internal sealed class Training<TParams>(
    string name,
    string title,
    double goal,
    Cost cost,
    Module<TParams, (Tensor, Tensor), Tensor> loss,
    Optimizer optimizer,
    Func<(Tensor Inputs, Tensor Targets)> makeBatch) : Work(name, title, goal, cost)
{
    private (Tensor Inputs, Tensor Targets) batch;
    private OptimizerState<TParams> state = null!;

    public override void Prepare(string? file)
    {
        batch = makeBatch();
        var parameters = loss.Init(new Key(0), batch);
        if (file is not null)
            Checkpoint.Save(file, (parameters, batch));

        state = optimizer.Init(parameters);
    }

    public override double[] Check(int steps)
    {
        var losses = new double[steps];
        for (var i = 0; i < steps; i++)
            losses[i] = optimizer.StepAndGetLoss(ref state, loss, batch).item<float>();

        return losses;
    }

    public override void Step() => optimizer.Step(ref state, loss, batch);
}
