using JaxNet.Benchmarks.Works;
using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>One image through the small network, whose parameters want no gradients: so it needs no guard around each call, which takes as long as a layer.</summary>
internal sealed class PlainInference() : PlainWork("inference")
{
    private Tensor[] parameters = [];
    private Tensor image = null!;

    public override void Prepare(string? file)
    {
        image = new Key(1).Normal([1, 784]);
        parameters = Array.ConvertAll(PlainNetworks.Dense(Networks.Small().Init(new Key(0), image)), parameter => parameter.detach());
    }

    public override double[] Check(int steps)
    {
        using var temporaries = NewDisposeScope();
        return [.. PlainNetworks.Dense(parameters, image).data<float>().Select(number => (double)number)];
    }

    public override void Step()
    {
        using var temporaries = NewDisposeScope();
        PlainNetworks.Dense(parameters, image);
    }
}
