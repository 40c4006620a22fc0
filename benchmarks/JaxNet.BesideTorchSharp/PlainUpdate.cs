using JaxNet.Benchmarks.Works;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>An optimizer alone: the gradients are there.</summary>
/// <param name="name">The row.</param>
/// <param name="makeOptimizer">The optimizer of the parameters.</param>
internal sealed class PlainUpdate(string name, Func<Parameter[], optim.Optimizer> makeOptimizer) : PlainWork(name)
{
    private Parameter[] parameters = [];
    private optim.Optimizer optimizer = null!;

    public override void Prepare(string? file)
    {
        parameters = [.. UpdateAlone.Draw(new Key(0)).Select(PlainNetworks.Own)];
        optimizer = makeOptimizer(parameters);
        foreach (var (parameter, gradient) in parameters.Zip(UpdateAlone.Draw(new Key(1))))
        {
            // The gradient of a product's sum is the other factor.
            using var temporaries = NewDisposeScope();
            (parameter * gradient).sum().backward();
        }
    }

    public override double[] Check(int steps)
    {
        for (var i = 0; i < steps; i++)
            Step();

        return Array.ConvertAll(parameters, UpdateAlone.SumOfMagnitudes);
    }

    public override void Step()
    {
        using var temporaries = NewDisposeScope();
        optimizer.step();
    }
}
