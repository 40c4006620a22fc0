using JaxNet.Benchmarks.Works;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>Training steps as one writes them in TorchSharp: parameters, a loss of tensors, an optimizer of <see cref="optim"/>.</summary>
/// <param name="name">The row.</param>
/// <param name="start">Where both sides start.</param>
/// <param name="loss">The loss of the parameters and a batch.</param>
/// <param name="makeOptimizer">The optimizer of the parameters.</param>
internal sealed class PlainTraining(
    string name, Func<Start> start, Func<Parameter[], (Tensor, Tensor), Tensor> loss, Func<Parameter[], optim.Optimizer> makeOptimizer) : PlainWork(name)
{
    private Parameter[] parameters = [];
    private (Tensor, Tensor) batch;
    private optim.Optimizer optimizer = null!;

    public override void Prepare(string? file)
    {
        (parameters, batch) = start();
        optimizer = makeOptimizer(parameters);
    }

    public override double[] Check(int steps) => [.. Enumerable.Range(0, steps).Select(_ => (double)TakeStep(loss => loss.item<float>()))];

    public override void Step() => TakeStep(_ => 0);

    private float TakeStep(Func<Tensor, float> read)
    {
        using var temporaries = NewDisposeScope();
        optimizer.zero_grad();
        var value = loss(parameters, batch);
        value.backward();
        optimizer.step();
        return read(value);
    }
}

/// <summary>What a training starts from.</summary>
/// <param name="Parameters">As TorchSharp's functions take them.</param>
/// <param name="Batch">Inputs and targets.</param>
internal readonly record struct Start(Parameter[] Parameters, (Tensor, Tensor) Batch);
