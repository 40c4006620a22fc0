namespace JaxNet.Tests;

/// <summary>
/// The examples in the docstrings of jax.nn.initializers, which all have the key of seed 42. They were printed in the
/// original mode; the bounds are a few units in the last place, since they come from more than one version and device.
/// </summary>
public class PublishedInitializerTests
{
    private const double Ulps = 8e-7;

    [Fact]
    public void Uniform() => Check(Initializers.Uniform(10), [7.298188f, 8.691938f, 8.7230015f, 2.0818567f, 1.8662417f, 5.5022564f]);

    [Fact]
    public void Normal() => Check(Initializers.Normal(5), [3.0613258f, 5.6129413f, 5.6866574f, -4.063663f, -4.4520254f, 0.63115686f]);

    [Fact]
    public void TruncatedNormal() => Check(Initializers.TruncatedNormal(5), [2.9047365f, 5.2338114f, 5.29852f, -3.836303f, -4.192359f, 0.6022964f], 0);

    [Fact]
    public void GlorotUniform() => Check(Initializers.GlorotUniform(), [0.50350785f, 0.8088631f, 0.81566876f, -0.6393332f, -0.6865721f, 0.11003882f]);

    [Fact]
    public void GlorotNormal() => Check(Initializers.GlorotNormal(), [0.41770416f, 0.75262755f, 0.7619329f, -0.5516644f, -0.6028657f, 0.08661086f]);

    [Fact]
    public void LecunUniform() => Check(Initializers.LecunUniform(), [0.56293887f, 0.90433645f, 0.9119454f, -0.71479625f, -0.7676109f, 0.12302713f]);

    [Fact]
    public void LecunNormal() => Check(Initializers.LecunNormal(), [0.46700746f, 0.8414632f, 0.8518669f, -0.61677957f, -0.67402434f, 0.09683388f]);

    [Fact]
    public void HeUniform() => Check(Initializers.HeUniform(), [0.79611576f, 1.2789248f, 1.2896855f, -1.0108745f, -1.0855657f, 0.17398663f]);

    [Fact]
    public void HeNormal() => Check(Initializers.HeNormal(), [0.6604483f, 1.1900088f, 1.2047218f, -0.87225807f, -0.95321447f, 0.1369438f]);

    private static void Check(Initializer initializer, float[] expected, double tolerance = Ulps)
    {
        var value = initializer(new Key(42), [2, 3]);
        Assert.Equal([2, 3], value.shape);
        Values.AssertClose(expected, value.Floats(), tolerance);
    }
}
