using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>
/// Mean and variance of large draws, each within five standard errors: sqrt(variance / count) of the mean, and
/// variance·sqrt((kurtosis - 1) / count) of the variance.
/// </summary>
public class DistributionMomentTests
{
    private const int Count = 100_000;

    private const double Euler = 0.5772156649;

    public static TheoryData<KeyMode> Modes => [KeyMode.Original, KeyMode.Partitionable];

    [Theory, MemberData(nameof(Modes))]
    public void Exponential(KeyMode mode) => Check(new Key(1, mode).Exponential([Count]), 1, 1, 9);

    [Theory, MemberData(nameof(Modes))]
    public void Gumbel(KeyMode mode) => Check(new Key(2, mode).Gumbel([Count]), Euler, Math.PI * Math.PI / 6, 5.4);

    [Theory, MemberData(nameof(Modes))]
    public void Laplace(KeyMode mode) => Check(new Key(3, mode).Laplace([Count]), 0, 2, 6);

    [Theory, MemberData(nameof(Modes))]
    public void Logistic(KeyMode mode) => Check(new Key(4, mode).Logistic([Count]), 0, Math.PI * Math.PI / 3, 4.2);

    [Theory, MemberData(nameof(Modes))]
    public void Rademacher(KeyMode mode) => Check(new Key(5, mode).Rademacher([Count], ScalarType.Float32), 0, 1, 1.00002);

    [Theory, MemberData(nameof(Modes))]
    public void LogNormal(KeyMode mode) => Check(new Key(6, mode).LogNormal([Count], 0.25).log(), 0, 0.0625, 3);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    public void Gamma(double a)
    {
        foreach (var mode in Enum.GetValues<KeyMode>()) Check(new Key(7, mode).Gamma(a, [Count]), a, a, 3 + 6 / a);
        Check(new Key(8).LogGamma(a, [Count]).exp(), a, a, 3 + 6 / a);
    }

    [Fact]
    public void Gamma_with_a_parameter_for_each()
    {
        var numbers = new Key(9).Gamma(tensor(new[] { 0.5f, 2f }), [Count, 2]);
        Check(numbers.select(1, 0).contiguous(), 0.5, 0.5, 15);
        Check(numbers.select(1, 1).contiguous(), 2, 2, 6);
    }

    // The kurtosis of Beta(2, 3) is 2.357, that of Beta(1/2, 1/2) is 1.5.
    [Fact]
    public void Beta()
    {
        Check(new Key(10).Beta(2, 3, [Count]), 0.4, 0.04, 2.357);
        Check(new Key(11).Beta(0.5, 0.5, [Count]), 0.5, 0.125, 1.5);
    }

    [Fact]
    public void Dirichlet()
    {
        var vectors = new Key(12).Dirichlet(tensor(new[] { 2f, 3f, 5f }), [Count]);
        Values.AssertClose(Enumerable.Repeat(1f, Count).ToArray(), vectors.sum(-1).Floats());

        // Each component is Beta(a, 10 - a) distributed.
        Check(vectors.select(1, 0).contiguous(), 0.2, 0.2 * 0.8 / 11, 3.2);
        Check(vectors.select(1, 2).contiguous(), 0.5, 0.25 / 11, 2.6);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(9.9)]
    [InlineData(10)]
    [InlineData(80)]
    [InlineData(3000)]
    public void Poisson(double mean)
    {
        foreach (var mode in Enum.GetValues<KeyMode>())
            Check(new Key(13, mode).Poisson(mean, [Count]).type(ScalarType.Float32), mean, mean, 3 + 1 / mean);
    }

    [Fact]
    public void Poisson_with_a_mean_for_each()
    {
        var numbers = new Key(14).Poisson(tensor(new[] { 2f, 50f }), [Count, 2]).type(ScalarType.Float32);
        Check(numbers.select(1, 0).contiguous(), 2, 2, 3.5);
        Check(numbers.select(1, 1).contiguous(), 50, 50, 3.02);
    }

    // With p = 1 the distribution is Laplace's, with p = 2 normal with variance 1/2.
    [Fact]
    public void GeneralizedNormal()
    {
        Check(new Key(15).GeneralizedNormal(1, [Count]), 0, 2, 6);
        Check(new Key(16).GeneralizedNormal(2, [Count]), 0, 0.5, 3);
    }

    // In d dimensions the d-th power of the radius is uniform.
    [Fact]
    public void Ball()
    {
        var points = new Key(17).Ball(3, shape: [Count]);
        Assert.Equal([Count, 3], points.shape);
        Check((points * points).sum(-1).pow(1.5), 0.5, 1 / 12.0, 1.8);
        Check(points.select(1, 1).contiguous(), 0, 0.2, 15.0 / 7);

        var diamond = new Key(18).Ball(2, 1, [Count]);
        Check(diamond.abs().sum(-1).pow(2), 0.5, 1 / 12.0, 1.8);
    }

    [Fact]
    public void MultivariateNormal()
    {
        var vectors = new Key(19).MultivariateNormal(tensor(new[] { 1f, -2f }), tensor(new[] { 4f, 1f, 1f, 0.5f }, [2, 2]), [Count]);
        Check(vectors.select(1, 0).contiguous(), 1, 4, 3);
        Check(vectors.select(1, 1).contiguous(), -2, 0.5, 3);

        // The variance of a sum is that of the terms and twice the covariance.
        Check(vectors.sum(-1), -1, 4 + 0.5 + 2, 3);
    }

    private static void Check(Tensor draw, double mean, double variance, double kurtosis)
    {
        var numbers = draw.Floats();
        Assert.Equal(Count, numbers.Length);
        var actualMean = numbers.Average(x => (double)x);
        var actualVariance = numbers.Average(x => (x - mean) * (x - mean));
        Assert.InRange(actualMean, mean - 5 * Math.Sqrt(variance / Count), mean + 5 * Math.Sqrt(variance / Count));
        var bound = 5 * variance * Math.Sqrt((kurtosis - 1) / Count);
        Assert.InRange(actualVariance, variance - bound, variance + bound);
    }
}
