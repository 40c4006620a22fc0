using JaxNet.Benchmarks.Measuring;
using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Growth;

/// <summary>How the time of a step grows with one thing, all else being equal.</summary>
/// <param name="Title">What grows, and what stays.</param>
/// <param name="Axis">What grows.</param>
/// <param name="Sizes">How large it gets.</param>
/// <param name="MakeStep">The step at a size.</param>
internal sealed record Sweep(string Title, string Axis, IReadOnlyList<double> Sizes, Func<double, Action> MakeStep)
{
    public static IReadOnlyList<Sweep> All { get; } =
    [
        new("Depth: dense layers of 64, batch 32", "layers", [10, 30, 100, 300, 1000],
            depth => Training(GrowingNetworks.MeanSquare(GrowingNetworks.Deep((int)depth, 64)), new Key(1).Normal([32, 64]))),
        new("Parameters: two dense layers, batch 32", "parameters", [1e4, 1e5, 1e6, 1e7, 1e8, 3e8],
            count => Training(GrowingNetworks.MeanSquare(GrowingNetworks.Wide(Width(count))), new Key(1).Normal([32, Width(count)]))),
        new("Batch: 784-1024-1024-10", "images", [1, 4, 16, 64, 256, 1024, 4096],
            batch => Training(GrowingNetworks.MeanSquare(GrowingNetworks.Classifier()), new Key(1).Normal([(long)batch, 784]))),
        new("Leaves: an update of leaves of 100 numbers", "leaves", [10, 100, 1000, 10_000], Update),
    ];

    /// <summary>The median time of a step at each size, in milliseconds.</summary>
    public IReadOnlyList<(double Size, double Milliseconds)> Measure(double seconds) => [.. Sizes.Select(size =>
    {
        var step = MakeStep(size);
        Timing.Steps(step, seconds, atLeast: 3);
        var median = Timing.Median(Timing.Steps(step, seconds, atLeast: 3));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return (size, median);
    })];

    private static long Width(double parameters) => (long)Math.Sqrt(parameters / 2);

    private static Action Training<TParams>(Module<TParams, Tensor, Tensor> loss, Tensor inputs)
    {
        var optimizer = Optimizers.Momentum();
        var state = optimizer.Init(loss.Init(new Key(0), inputs));
        return () => optimizer.Step(ref state, loss, inputs);
    }

    private static Action Update(double leaves)
    {
        var optimizer = Optimizers.Momentum();
        var gradients = Enumerable.Range(0, (int)leaves).Select(_ => ones(100)).ToArray();
        var state = optimizer.Init(gradients.Select(gradient => gradient.clone()).ToArray());
        return () => optimizer.StepFromGradients(ref state, gradients);
    }
}
