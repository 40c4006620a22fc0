using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>One image through the small network.</summary>
internal sealed class Inference() : Work(
    "inference", "inference, 784-64-64-10, batch 1", 0.4, new Cost(2 * Parameters, Parameters * sizeof(float)))
{
    private const double Parameters = (784 * 64) + (64 * 64) + (64 * 10);

    private readonly Networks.SmallModule network = Networks.Small();
    private Networks.SmallParams parameters = null!;
    private Tensor image = null!;

    public override double Tolerance => 1e-4;

    public override void Prepare(string? file)
    {
        image = new Key(1).Normal([1, 784]);
        parameters = network.Init(new Key(0), image);
        if (file is not null)
            Checkpoint.Save(file, (parameters, image));
    }

    public override double[] Check(int steps)
    {
        using var output = network.Apply(parameters, image);
        return [.. output.data<float>().Select(number => (double)number)];
    }

    public override void Step() => network.Apply(parameters, image).Dispose();
}
