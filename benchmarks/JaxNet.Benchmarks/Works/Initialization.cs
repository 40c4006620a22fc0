using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>The first parameters of a network of 100 million: their numbers are others than PyTorch's, but their distribution is the same.</summary>
internal sealed class Initialization() : Work(
    "init", "Init, 6 dense layers, 100 M parameters", 0.5, new Cost(0, 6 * ((Width * Width) + Width) * sizeof(float)))
{
    private const double Width = 4096;

    private readonly Networks.WideModule network = Networks.Wide();
    private Tensor input = null!;
    private uint draws;

    // The standard error of a bias's standard deviation is 1 / sqrt(2 · 4096) = 0.011 of it.
    public override double Tolerance => 0.08;

    public override void Prepare(string? file)
    {
        input = new Key(1).Normal([1, (long)Width]);
        if (file is not null)
            Checkpoint.Save(file, Array.Empty<Tensor>());
    }

    public override double[] Check(int steps) =>
        [.. Tree.Leaves(network.Init(new Key(0), input)).Select(leaf => (double)leaf.std().item<float>())];

    public override void Step()
    {
        foreach (var leaf in Tree.Leaves(network.Init(new Key(draws++), input)))
            leaf.Dispose();
    }
}
