using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>The networks that are timed, as anybody would write them.</summary>
public static partial class Networks
{
    [Parametrized]
    public static partial Tensor Large(Tensor images) => Sequential(images, Dense(1024), Relu, Dense(1024), Relu, Dense(10), LogSoftmax);

    [Parametrized]
    public static partial Tensor Small(Tensor images) => Sequential(images, Dense(64), Relu, Dense(64), Relu, Dense(10), LogSoftmax);

    [Parametrized]
    public static partial Tensor Convolutional(Tensor images) => Sequential(images,
        Conv(32, (3, 3)), Relu, MaxPool((2, 2), strides: (2, 2)),
        Conv(64, (3, 3)), Relu, MaxPool((2, 2), strides: (2, 2)),
        Flatten, Dense(128), Relu, Dense(10), LogSoftmax);

    /// <summary>JAXnet's network for optical character recognition.</summary>
    [Parametrized]
    public static partial Tensor Recurrent(Tensor sequences) => Sequential(sequences,
        Rnn(GRUCell(200), 200), Rnn(GRUCell(200), 200), Rnn(GRUCell(200), 200), Dense(26), LogSoftmax);

    [Parametrized]
    public static partial Tensor Wide(Tensor inputs) =>
        Sequential(inputs, Dense(4096), Dense(4096), Dense(4096), Dense(4096), Dense(4096), Dense(4096));

    /// <summary>The cross entropy, divided by the number of classes as in JAXnet.</summary>
    [Parametrized]
    public static partial Tensor ImageLoss(Tensor images, Tensor targets, Layer predict) => -mean(predict(images) * targets);

    /// <summary>The cross entropy of whole sequences.</summary>
    [Parametrized]
    public static partial Tensor SequenceLoss(Tensor sequences, Tensor targets, Layer predict) =>
        -(predict(sequences) * targets).sum() / sequences.shape[0];
}
