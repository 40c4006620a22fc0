using JaxNet.Benchmarks.Works;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace JaxNet.BesideTorchSharp;

/// <summary>The rows of the table, in TorchSharp.</summary>
internal static class PlainWorks
{
    public static IReadOnlyList<Work> Create() =>
    [
        new PlainTraining("dense-momentum", PlainNetworks.Large, PlainNetworks.DenseLoss, Momentum),
        new PlainTraining("dense-adam", PlainNetworks.Large, PlainNetworks.DenseLoss, Adam),
        new PlainTraining("small-momentum", PlainNetworks.Small, PlainNetworks.DenseLoss, Momentum),
        new PlainTraining("gru-rmsprop", PlainNetworks.Recurrent, PlainNetworks.RecurrentLoss, RmsProp),
        new PlainTraining("conv-adam", PlainNetworks.Convolutional, PlainNetworks.ConvolutionalLoss, Adam),
        new PlainUpdate("adam-update", Adam),
        new PlainUpdate("momentum-update", Momentum),
        new PlainNormals(),
        new PlainInference(),
        new PlainInit(),
    ];

    private static optim.Optimizer Momentum(Parameter[] parameters) => optim.SGD(parameters, 0.01, momentum: 0.9);

    private static optim.Optimizer Adam(Parameter[] parameters) => optim.Adam(parameters, 1e-3, eps: 1e-8);

    private static optim.Optimizer RmsProp(Parameter[] parameters) => optim.RMSProp(parameters, 1e-3, alpha: 0.9, eps: 1e-15);
}
