using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>Networks in which much occurs that makes tensors of its own. For many operations libtorch has no 'meta' kernel: the first two do without those.</summary>
public static partial class DeviceNets
{
    /// <summary>[n, 8, 8, 1] to [n, 3].</summary>
    [Parametrized]
    public static partial Tensor Pixels(Tensor images) => Sequential(images,
        MaxPool((2, 2), strides: (2, 2)), AvgPool((2, 2)), Flatten,
        Dense(8, Initializers.Orthogonal()), Noisy, Dense(3, kernelInit: (_, shape) => full(shape, 0.1)), LogSoftmax);

    /// <summary>[n, time, 5] to [n, 3].</summary>
    [Parametrized]
    public static partial Tensor Steps(Tensor sequences) =>
        LogSoftmax(Dense(Sequential(sequences, Rnn(GRUCell(6), 6), Rnn(LSTMCell(6), 6)).mean([1]), 3, Initializers.Constant(0.1)));

    /// <summary>[n, 8, 8, 1] to [n, 3].</summary>
    [Parametrized]
    public static partial Tensor Images(Tensor images) => Sequential(images,
        Conv(4, (3, 3)), RunningBatchNorm(), Relu, MaxPool((2, 2), strides: (2, 2)),
        Flatten, Dense(8), BatchNorm(), Dropout(0.5), Dense(3), LogSoftmax);

    /// <summary>[n, time, 5] to [n, 3].</summary>
    [Parametrized]
    public static partial Tensor Transformer(Tensor sequences) =>
        LogSoftmax(Dense(Sequential(sequences, Dense(6), TransformerBlock(heads: 2, hidden: 8), LayerNorm(), Rnn(GRUCell(6), 6)).mean([1]), 3));

    /// <summary>[n, time, 5] to [n, 3].</summary>
    [Parametrized]
    public static partial Tensor Attention(Tensor sequences) =>
        LogSoftmax(Dense(Sequential(sequences, Dense(6), TransformerBlock(heads: 2, hidden: 8), LayerNorm()).mean([1]), 3));

    /// <summary>[n, k] to [n, k]: a body that says nothing of devices.</summary>
    [Parametrized]
    public static partial Tensor Noisy(Tensor x)
    {
        var scale = Parameter(_ => (ones(x.shape[1]), ones(x.shape[1])), "scale");
        var seen = State(zeros(x.shape[1]), "seen");
        seen.Value = seen.Value + x.mean([0L]);
        return (x * scale.Item1) + (scale.Item2 * RandomKey().Normal(x.shape)) - seen.Value;
    }

    /// <summary>The cross entropy.</summary>
    [Parametrized]
    public static partial Tensor Loss(Tensor inputs, Tensor targets, Layer network) => -mean(network(inputs) * targets);
}
