using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class DropoutTests
{
    [Fact]
    public void DropsAsJaxnetDoes()
    {
        // JAXnet: keep = bernoulli(random_key(), 1 - rate, shape); where(keep, inputs / (1 - rate), 0), and
        // random_key() is the second of split(key).
        var inputs = arange(1, 13, dtype: float32).reshape(3, 4);
        var (_, link) = new Key(5).Split();
        var keep = link.Bernoulli(0.75, [3, 4]).data<bool>().ToArray();

        var output = Dropout(0.25).Apply(DropoutParams.Empty, inputs, new Key(5)).data<float>().ToArray();

        Assert.Equal(keep.Select((kept, i) => kept ? (i + 1) / 0.75f : 0), output, (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Contains(false, keep);
    }

    [Fact]
    public void DoesNothingInEvaluationAndAsksForNoKey()
    {
        var inputs = rand(3, 4);

        Assert.True(Dropout(0.5).Apply(DropoutParams.Empty, inputs, mode: Mode.Eval).Equals(inputs));
    }

    [Fact]
    public void WithoutAKeySaysWhoNeedsOneAndHowToGiveIt()
    {
        var net = Sequential(Dense(3), Dropout(0.5));
        var parameters = net.Init(new Key(0), zeros(1, 2));

        var error = Assert.Throws<MissingKeyException>(() => net.Apply(parameters, zeros(1, 2)));

        Assert.Contains("Layers.Dropout draws random numbers", error.Message);
        Assert.Contains("key: new Key(0)", error.Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void ARateThatIsNoProbabilityIsRefused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Dropout(rate).Apply(DropoutParams.Empty, zeros(1), new Key(0)));

    [Fact]
    public void ARateOfOneDropsAll() =>
        Assert.Equal(0, Dropout(1).Apply(DropoutParams.Empty, ones(5), new Key(0)).sum().item<float>());
}
