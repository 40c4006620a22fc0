using JaxNet.Benchmarks.Works;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>One image through the small network.</summary>
internal sealed class PlainInference() : PlainWork("inference")
{
    private Parameter[] parameters = [];
    private Tensor image = null!;

    public override void Prepare(string? file)
    {
        image = new Key(1).Normal([1, 784]);
        parameters = PlainNetworks.Dense(Networks.Small().Init(new Key(0), image));
    }

    public override double[] Check(int steps)
    {
        using var temporaries = NewDisposeScope();
        using var mode = inference_mode();
        return [.. PlainNetworks.Dense(parameters, image).data<float>().Select(number => (double)number)];
    }

    public override void Step()
    {
        using var temporaries = NewDisposeScope();
        using var mode = inference_mode();
        PlainNetworks.Dense(parameters, image);
    }
}
