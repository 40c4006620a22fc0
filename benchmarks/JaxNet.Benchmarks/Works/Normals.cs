using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>Ten million normally distributed numbers. They are others than PyTorch's, so only their moments are compared.</summary>
internal sealed class Normals() : Work("normals", "10 M normals", 0.25, new Cost(0, Count * sizeof(float)))
{
    private const double Count = 10_000_000;

    private uint draws;

    // The third moment's standard error is sqrt(15 / 1e7) = 0.0012, on both sides.
    public override double Tolerance => 0.01;

    public override void Prepare(string? file)
    {
        if (file is not null)
            Checkpoint.Save(file, Array.Empty<Tensor>());
    }

    public override double[] Check(int steps)
    {
        using var scope = NewDisposeScope();
        var numbers = new Key(0).Normal([(long)Count]);
        return [1 + numbers.mean().item<float>(), numbers.std().item<float>(), 1 + numbers.pow(3).mean().item<float>()];
    }

    public override void Step() => new Key(draws++).Normal([(long)Count]).Dispose();
}
