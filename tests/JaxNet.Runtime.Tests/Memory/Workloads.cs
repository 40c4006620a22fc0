using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Tests.Memory;

/// <summary>One training of each kind, small enough to take many steps.</summary>
internal static partial class Workloads
{
    public static readonly string[] Names = ["dense", "convolution", "recurrent", "dropout"];

    [Parametrized]
    public static partial Tensor DenseLoss(Tensor x) => Sequential(x, Dense(64), Relu, Dense(10), LogSoftmax).pow(2).mean();

    [Parametrized]
    public static partial Tensor ConvolutionLoss(Tensor x) =>
        Sequential(x, Conv(8, (3, 3)), Relu, MaxPool((2, 2), strides: (2, 2)), Flatten, Dense(10), LogSoftmax).pow(2).mean();

    [Parametrized]
    public static partial Tensor RecurrentLoss(Tensor x) => Sequential(x, Rnn(GRUCell(16), 16), Rnn(LSTMCell(8), 8), Dense(4)).pow(2).mean();

    [Parametrized]
    public static partial Tensor DropoutLoss(Tensor x) => Sequential(x, Dense(64), Dropout(0.5), Dense(10)).pow(2).mean();

    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) Total(Tensor carry, Tensor x) => (carry + x, carry);

    /// <summary>Calls a function with the training of a name.</summary>
    public static void With(string name, IUser user)
    {
        switch (name)
        {
            case "dense": user.Use(DenseLoss(), Optimizers.Momentum(), new Key(1).Normal([32, 100])); break;
            case "convolution": user.Use(ConvolutionLoss(), Optimizers.Adam(), new Key(1).Normal([8, 12, 12, 1])); break;
            case "recurrent": user.Use(RecurrentLoss(), Optimizers.RmsProp(), new Key(1).Normal([4, 6, 5])); break;
            case "dropout": user.Use(DropoutLoss(), Optimizers.Adam(), new Key(1).Normal([32, 100])); break;
            default: throw new ArgumentException($"There is no workload '{name}'.", nameof(name));
        }
    }

    public interface IUser
    {
        void Use<TParams>(Module<TParams, Tensor, Tensor> loss, Optimizer optimizer, Tensor inputs);
    }
}
