namespace JaxNet.Tests;

public class TruncatedNormalTests
{
    [Fact]
    public void Truncated_normal_numbers_are_those_of_jax() =>
        Values.AssertClose([0.582807f, 1.709771f, 0.159513f, 0.861376f, 0.36148f], new Key(2846034731).TruncatedNormal(0, 2, [5]).Floats());

    // From a scalar implementation in another language.
    [Fact]
    public void Bounds_need_not_be_symmetric()
    {
        float[] original = [-0.9593790769577026f, -0.05714201182126999f, -0.15002791583538055f, 0.4397749602794647f, 0.7149218320846558f, 2.880575656890869f, 1.2184330224990845f];
        Values.AssertClose(original, new Key(7).TruncatedNormal(-1, 3, [7]).Floats(), 5e-7);
        float[] partitionable = [0.5974224805831909f, 2.0014569759368896f, -0.21972595155239105f, 0.07923746109008789f, 0.7474241256713867f, 0.49197888374328613f, 0.08894006907939911f];
        Values.AssertClose(partitionable, Key.Partitionable(7).TruncatedNormal(-1, 3, [7]).Floats(), 5e-7);
    }

    [Theory]
    [InlineData(-2, 2)]
    [InlineData(0, 0.001)]
    [InlineData(3, 4)]
    [InlineData(-1, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, -1)]
    [InlineData(5, 6)]
    public void Numbers_lie_strictly_between_the_bounds(double lower, double upper)
    {
        var numbers = new Key(1).TruncatedNormal(lower, upper, [200_000]).Floats();
        Assert.Empty(Array.FindAll(numbers, number => !(number > (float)lower && number < (float)upper)));
    }

    [Fact]
    public void Two_standard_deviations_leave_a_known_one()
    {
        const int count = 1_000_000;
        var numbers = new Key(2).TruncatedNormal(-2, 2, [count]).Floats();
        var variance = numbers.Average(x => (double)x * x);

        // Five standard errors: E[x^4] of the truncated distribution is 1.4162, so the variance of x² is 0.8175.
        Assert.InRange(variance, 0.773741 - 5 * 0.9042 / 1000, 0.773741 + 5 * 0.9042 / 1000);
        Assert.InRange(numbers.Average(), -5 * 0.8797 / 1000, 5 * 0.8797 / 1000);
    }

    [Fact]
    public void Without_bounds_it_is_the_normal_distribution()
    {
        var numbers = new Key(3).TruncatedNormal(double.NegativeInfinity, double.PositiveInfinity, [100_000]).Floats();
        Values.AssertClose(new Key(3).Normal([100_000]).Floats(), numbers, 0.01);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(double.NaN, 1)]
    public void Bounds_out_of_order_are_refused(double lower, double upper) =>
        Assert.Throws<ArgumentException>(() => new Key(0).TruncatedNormal(lower, upper, [3]));
}
