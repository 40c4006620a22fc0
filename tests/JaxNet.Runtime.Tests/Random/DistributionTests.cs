using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>The values in JAX's own tests of its random distributions, six digits each, and what else there is to each distribution.</summary>
public class DistributionTests
{
    [Fact]
    public void Exponential() => Values.AssertClose([0.526067f, 0.043046f, 0.039932f, 0.46427f, 0.123886f], new Key(1942292768).Exponential([5]).Floats());

    [Fact]
    public void Gumbel() => Values.AssertClose([2.06701f, 0.911726f, 0.145736f, 0.185427f, -0.00711f], new Key(1179715317).Gumbel([5]).Floats());

    [Fact]
    public void Laplace() => Values.AssertClose([0.578939f, -0.204902f, 0.555733f, 0.911053f, -0.96456f], new Key(1291781963).Laplace([5]).Floats());

    [Fact]
    public void Logistic() => Values.AssertClose([0.19611f, -1.709053f, -0.274093f, -0.208322f, -1.675489f], new Key(1466238935).Logistic([5]).Floats());

    [Fact]
    public void Cauchy() => Values.AssertClose([-0.088416f, -10.169713f, 3.49677f, -1.18056f, 0.34556f], new Key(1175914230).Cauchy([5]).Floats(), 1e-5);

    [Fact]
    public void Rademacher() => Assert.Equal([-1, -1, -1, -1, 1], new Key(1719994501).Rademacher([5]).Ints());

    [Fact]
    public void Pareto() => Values.AssertClose([2.751398f, 1.281863f, 87.85448f, 1.254542f, 2.824487f], new Key(1192560388).Pareto(0.5, [5]).Floats(), 2e-6);

    [Fact]
    public void WeibullMin() => Values.AssertClose([1.605863f, 0.841809f, 0.224218f, 0.4826f, 0.027901f], new Key(1921059088).WeibullMin(1, 1, [5]).Floats());

    [Fact]
    public void Maxwell() => Values.AssertClose([3.070779f, 0.908479f, 1.521317f, 0.875551f, 1.306137f], new Key(1331627891).Maxwell([5]).Floats());

    [Fact]
    public void DoubleSidedMaxwell() =>
        Values.AssertClose([-2.408914f, -3.370437f, 3.235352f, -0.907734f, -1.708732f], new Key(3634826421).DoubleSidedMaxwell(1, 2, [5]).Floats());

    [Fact]
    public void Gamma() => Values.AssertClose([0.824221f, 1.724476f, 0.502882f, 5.386132f, 0.685543f], new Key(1038747260).Gamma(0.8, [5]).Floats());

    [Fact]
    public void LogGamma() => Values.AssertClose([0.240559f, -3.575443f, -0.450946f, -2.161372f, -2.943277f], new Key(1440221118).LogGamma(0.8, [5]).Floats());

    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    public void LogGamma_is_the_logarithm_of_Gamma(double a) =>
        Values.AssertClose(new Key(1).Gamma(a, [1000]).Floats(), new Key(1).LogGamma(a, [1000]).exp().Floats(), 5e-6);

    [Fact]
    public void LogGamma_of_zero_can_be_finite() => Values.AssertClose([-4.595436f], Key.FromWords(3200590325, 713258242).LogGamma(0, []).Floats());

    [Fact]
    public void Beta() => Values.AssertClose([0.13259f, 0.824893f, 0.948363f, 0.964155f, 0.235448f], new Key(923534869).Beta(0.8, 0.9, [5]).Floats());

    [Fact]
    public void Dirichlet()
    {
        var vectors = new Key(1590822961).Dirichlet(tensor(new[] { 0.5f, 0.6f, 0.7f }), [2]);
        Assert.Equal([2, 3], vectors.shape);
        Values.AssertClose([0.003128f, 0.009694f, 0.987178f, 0.025938f, 0.479091f, 0.494971f], vectors.Floats());
    }

    [Fact]
    public void Poisson() => Assert.Equal([7, 3, 6, 11, 6], new Key(1349191556).Poisson(5, [5]).Ints());

    [Fact]
    public void Poisson_of_means_that_are_none() =>
        Assert.Equal([-1, 0, -1], new Key(0).Poisson(tensor(new[] { -1, 0, float.NaN }), [3]).Ints());

    [Fact]
    public void MultivariateNormal()
    {
        var vectors = new Key(3497659512).MultivariateNormal(ones(1, 3), eye(3), [2]);
        Assert.Equal([2, 3], vectors.shape);
        Values.AssertClose([1.067826f, 1.215599f, 0.234166f, -0.237534f, 1.32591f, 1.413987f], vectors.Floats());
    }

    [Fact]
    public void MultivariateNormal_of_other_types()
    {
        var vectors = new Key(3497659512).MultivariateNormal(ones(1, 3).@double(), eye(3).@double(), [2]);
        Assert.Equal(ScalarType.Float64, vectors.dtype);
        Values.AssertClose([1.067826f, 1.215599f, 0.234166f, -0.237534f, 1.32591f, 1.413987f], vectors.@float().Floats());

        var error = Assert.Throws<ArgumentException>(() => new Key(0).MultivariateNormal(ones(3), eye(3).@double()));
        Assert.Contains("they are of Float32 and Float64", error.Message, StringComparison.Ordinal);
        Assert.Contains("they are of Int64 and Int64", Assert.Throws<ArgumentException>(() => new Key(0).MultivariateNormal(ones(3).@long(), eye(3).@long())).Message, StringComparison.Ordinal);
    }
}
