using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

/// <summary>The network of JAXnet's README, with the numbers that are published there.</summary>
public static partial class ReadmeNetwork
{
    [Parametrized]
    public static partial Tensor Net(Tensor inputs) => Sequential(inputs,
        Dense(1024), Relu, Dense(1024), Relu, Dense(4), LogSoftmax);

    [Parametrized]
    public static partial Tensor Loss(Tensor inputs, Tensor targets) => -mean(Net(inputs) * targets);

    [Parametrized]
    public static partial Tensor Accuracy(Tensor inputs, Tensor targets) =>
        mean(Net(inputs).argmax(1).eq(targets.argmax(1)).@float());
}

public sealed class ReadmeNetworkTests
{
    // "params.sequential.dense2.bias # [-0.01101029, -0.00749435, -0.00952365,  0.00493979]", with PRNGKey(0).
    private static readonly float[] s_publishedBias = [-0.01101029f, -0.00749435f, -0.00952365f, 0.00493979f];

    [Fact]
    public void InitialisedWithKeyZeroHasThePublishedBias()
    {
        var parameters = ReadmeNetwork.Loss().Init(new Key(0), zeros(3, 784), zeros(3, 4));

        Tensor bias = parameters.Net.Sequential.Dense2.Bias;
        Assert.Equal(s_publishedBias, bias.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void ComposedAtRunTimeHasTheSameNumbers()
    {
        var net = Sequential(Dense(1024), Relu, Dense(1024), Relu, Dense(4), LogSoftmax);

        var parameters = net.Init(new Key(0), zeros(3, 784));

        var dense2 = Assert.IsType<DenseParams>(parameters["dense2"]);
        Assert.Equal(s_publishedBias, dense2.Bias.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void AccuracyUsesTheParametersThatTheLossWasTrainedWith()
    {
        var loss = ReadmeNetwork.Loss();
        var inputs = new Key(1).Normal([50, 784]);
        var parameters = loss.Init(new Key(0), inputs, zeros(50, 4));
        var predicted = ReadmeNetwork.Net().Apply(parameters.Net, inputs).argmax(1);
        var targets = nn.functional.one_hot(predicted, 4).@float();

        Assert.Equal(1, ReadmeNetwork.Accuracy().ApplyFrom((loss, parameters), inputs, targets).item<float>());
        Assert.Equal(0, ReadmeNetwork.Accuracy().ApplyFrom((loss, parameters), inputs, targets.roll(1, 1)).item<float>());
    }

    [Fact]
    public void ABatchThatDoesNotFitNamesTemplatePathAndBothShapes()
    {
        var loss = ReadmeNetwork.Loss();
        var parameters = loss.Init(new Key(0), zeros(3, 784), zeros(3, 4));

        var error = Assert.Throws<ParameterShapeException>(() => loss.Apply(parameters, zeros(3, 785), zeros(3, 4)));

        Assert.Contains("Layers.Dense: the parameter net.sequential.dense0.kernel has the shape [784, 1024]", error.Message);
        Assert.EndsWith(
            """
            initialise them anew with Init.
              ReadmeNetwork.Loss
                net           ReadmeNetwork.Net
                  sequential  Layers.Sequential
                    dense0    Layers.Dense
                      kernel  has [784, 1024], should have [785, 1024]
            """.ReplaceLineEndings(), error.Message);
        Assert.Contains("[785, 1024]", error.Message);
    }
}
