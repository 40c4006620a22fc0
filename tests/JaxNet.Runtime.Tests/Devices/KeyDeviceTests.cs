using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>Keys that draw to another device.</summary>
public class KeyDeviceTests
{
    private static readonly Key There = new Key(7).On(META);

    public static TheoryData<string, Func<Key, Tensor>> Draws => new()
    {
        { "ball", key => key.Ball(3, shape: [2]) },
        { "bernoulli", key => key.Bernoulli(0.5, [2]) },
        { "beta", key => key.Beta(2, 3, [2]) },
        { "bits, 8", key => key.Bits([2], 8) },
        { "bits, 16", key => key.Bits([2], 16) },
        { "bits, 32", key => key.Bits([2]) },
        { "bits, 64", key => key.Bits([2], 64) },
        { "cauchy", key => key.Cauchy([2]) },
        { "choice", key => key.Choice(5, [2]) },
        { "choice of nothing", key => key.Choice(5, [0]) },
        { "choice without replacement", key => key.Choice(5, [2], replace: false) },
        { "double sided maxwell", key => key.DoubleSidedMaxwell(0, 1, [2]) },
        { "exponential", key => key.Exponential([2]) },
        { "gamma", key => key.Gamma(2, [2]) },
        { "generalized normal", key => key.GeneralizedNormal(1.5, [2]) },
        { "gumbel", key => key.Gumbel([2]) },
        { "laplace", key => key.Laplace([2]) },
        { "log gamma", key => key.LogGamma(2, [2]) },
        { "logistic", key => key.Logistic([2]) },
        { "log normal", key => key.LogNormal([2]) },
        { "maxwell", key => key.Maxwell([2]) },
        { "normal", key => key.Normal([2]) },
        { "orthogonal", key => key.Orthogonal(2) },
        { "pareto", key => key.Pareto(2, [2]) },
        { "permutation", key => key.Permutation(5) },
        { "poisson", key => key.Poisson(3, [2]) },
        { "rademacher", key => key.Rademacher([2]) },
        { "integers, 32 bits", key => key.RandInt([2], 0, 10) },
        { "integers, 64 bits", key => key.RandInt([2], 0, 10, ScalarType.Int64) },
        { "integers, 8 bits", key => key.RandInt([2], 0, 10, ScalarType.Int8) },
        { "truncated normal", key => key.TruncatedNormal(-1, 1, [2]) },
        { "uniform", key => key.Uniform([2]) },
        { "weibull", key => key.WeibullMin(1, 2, [2]) },
    };

    // Without those that use operations of which libtorch has no 'meta' kernel.
    public static TheoryData<string, Func<Key, Tensor, Tensor>> DrawsOfTensors => new()
    {
        { "bernoulli", (key, p) => key.Bernoulli(p) },
        { "categorical", (key, logits) => key.Categorical(logits) },
        { "categorical without replacement", (key, logits) => key.Categorical(logits, [2], replace: false) },
        { "choice without replacement", (key, p) => key.Choice(3, [2], replace: false, p) },
        { "shuffle", (key, x) => key.Shuffle(x.unsqueeze(0).expand(2, 3), 1) },
    };

    [Theory]
    [MemberData(nameof(Draws), DisableDiscoveryEnumeration = true)]
    public void A_draw_goes_where_the_key_says(string name, Func<Key, Tensor> draw)
    {
        _ = name;
        var (here, there) = (draw(new Key(7)), draw(There));
        Assert.Equal(DeviceType.CPU, here.device_type);
        Assert.Equal(DeviceType.META, there.device_type);
        Assert.Equal(here.dtype, there.dtype);
        Assert.Equal(here.shape, there.shape);
    }

    [Theory]
    [MemberData(nameof(DrawsOfTensors), DisableDiscoveryEnumeration = true)]
    public void A_draw_with_tensors_goes_where_they_are(string name, Func<Key, Tensor, Tensor> draw)
    {
        _ = name;
        Assert.Equal(DeviceType.META, draw(new Key(7), zeros([3], device: META)).device_type);
        Assert.Equal(DeviceType.CPU, draw(There, full([3], 0.3)).device_type);
    }

    [Fact]
    public void Keys_made_of_a_key_draw_to_its_device()
    {
        var (a, b) = There.Split();
        Assert.All([a, b, There.FoldIn(3), .. There.Split(3), .. There.On(device(DeviceType.META)).Split(2)], key => Assert.Equal(DeviceType.META, key.Device.type));
        Assert.All([.. Key.Partitionable(1).On(META).Split(2)], key => Assert.Equal(DeviceType.META, key.Device.type));
        Assert.Equal(DeviceType.CPU, There.On(CPU).Device.type);
        Assert.Equal("cuda:1", new Key(0).On(new Device(DeviceType.CUDA, 1)).Device.ToString());
    }

    [Fact]
    public void The_device_is_not_part_of_the_keys_numbers()
    {
        Assert.Equal(new Key(7), There);
        Assert.Equal(new Key(7).GetHashCode(), There.GetHashCode());
        Assert.Equal(new Key(7).Split(3), There.Split(3));
        Assert.NotEqual(new Key(8), There);
        Assert.NotEqual(Key.Partitionable(7), There);
        Assert.Equal("Key(0x00000000, 0x00000007, meta)", There.ToString());
    }
}
