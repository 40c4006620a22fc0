using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>Ten million normally distributed numbers.</summary>
internal sealed class PlainNormals() : PlainWork("normals")
{
    public override void Prepare(string? file)
    {
    }

    public override double[] Check(int steps)
    {
        using var temporaries = NewDisposeScope();
        var numbers = randn(10_000_000);
        return [1 + numbers.mean().item<float>(), numbers.std().item<float>(), 1 + numbers.pow(3).mean().item<float>()];
    }

    public override void Step() => randn(10_000_000).Dispose();
}
