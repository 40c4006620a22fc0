using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>The first parameters of a network of 100 million.</summary>
internal sealed class PlainInit() : PlainWork("init")
{
    private const long Width = 4096;

    public override void Prepare(string? file)
    {
    }

    public override double[] Check(int steps)
    {
        using var temporaries = NewDisposeScope();
        return [.. Draw().Select(leaf => (double)leaf.std().item<float>())];
    }

    public override void Step()
    {
        using var temporaries = NewDisposeScope();
        Draw();
    }

    private static List<Tensor> Draw()
    {
        var parameters = new List<Tensor>();
        for (var layer = 0; layer < 6; layer++)
        {
            parameters.Add(nn.init.xavier_normal_(empty(Width, Width)));
            parameters.Add(nn.init.normal_(empty(Width), std: 1e-2));
        }

        return parameters;
    }
}
