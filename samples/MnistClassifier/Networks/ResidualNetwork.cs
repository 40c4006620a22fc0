using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>A small residual network (He, Zhang, Ren and Sun, 2016), whose batch normalization keeps running averages.</summary>
public static partial class ResidualNetwork
{
    private const double Momentum = 0.9;

    /// <summary>The logarithms of the classes' probabilities.</summary>
    /// <param name="images">Shape [n, 28, 28, 1].</param>
    /// <returns>Shape [n, 10].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor images)
    {
        var features = Sequential(images,
            Conv(16, (3, 3), strides: (2, 2), padding: "SAME"), RunningBatchNorm(momentum: Momentum), Relu,
            Block(16),
            Conv(32, (3, 3), strides: (2, 2), padding: "SAME"), RunningBatchNorm(momentum: Momentum), Relu,
            Block(32));

        return LogSoftmax(Dense(features.mean([1, 2]), 10));
    }

    /// <summary>Two convolutions beside which the input goes straight through.</summary>
    /// <param name="x">Shape [n, height, width, channels].</param>
    /// <param name="channels">The number of channels of the input, and of the output.</param>
    /// <returns>The shape of the input.</returns>
    [Parametrized]
    public static partial Tensor Block(Tensor x, long channels) => Relu(x + Sequential(x,
        Conv(channels, (3, 3), padding: "SAME"), RunningBatchNorm(momentum: Momentum), Relu,
        Conv(channels, (3, 3), padding: "SAME"), RunningBatchNorm(momentum: Momentum, gammaInit: Initializers.Zeros())));
}
