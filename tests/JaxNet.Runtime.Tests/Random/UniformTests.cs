using static TorchSharp.torch;

namespace JaxNet.Tests;

public class UniformTests
{
    [Fact]
    public void Uniform_numbers_are_those_of_jax()
    {
        Values.AssertClose([0.298671f, 0.073213f, 0.873356f, 0.260549f, 0.412797f], new Key(1338574713).Uniform([5]).Floats());
        Assert.Equal([0.947667f, 0.9785799f, 0.33229148f], Key.Partitionable(0).Uniform([3]).Floats());
    }

    // From a scalar implementation in another language.
    [Fact]
    public void A_range_scales_and_shifts()
    {
        float[] original = [-2.4223968982696533f, -0.0349312424659729f, -0.32004112005233765f, 1.4564712047576904f, 2.1739625930786133f, 3.9950873851776123f, 3.1474125385284424f];
        Assert.Equal(original, new Key(7).Uniform([7], -2.5, 4).Floats());
        float[] partitionable = [1.8815844058990479f, 3.835009813308716f, -0.5315167903900146f, 0.3857303857803345f, 2.250762701034546f, 1.6010422706604004f, 0.415577232837677f];
        Assert.Equal(partitionable, Key.Partitionable(7).Uniform([7], -2.5, 4).Floats());
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void The_unit_interval_is_half_open_and_evenly_filled(KeyMode mode)
    {
        const int count = 1_000_000;
        var numbers = new Key(11, mode).Uniform([count]).Floats();
        Assert.Empty(Array.FindAll(numbers, number => number is not (>= 0 and < 1)));

        // Five standard errors: 1/sqrt(12) for the mean, and sqrt(count·p·(1-p)) for each of 16 bins.
        Assert.InRange(numbers.Average(), 0.5 - 5 * 0.2887 / 1000, 0.5 + 5 * 0.2887 / 1000);
        var bins = new int[16];
        foreach (var number in numbers) bins[(int)(number * 16)]++;
        Assert.All(bins, bin => Assert.InRange(bin, 62_500 - 5 * 242, 62_500 + 5 * 242));
    }

    [Fact]
    public void Numbers_never_fall_below_the_minimum()
    {
        var numbers = new Key(3).Uniform([100_000], 1, 1.0000002).Floats();
        Assert.Empty(Array.FindAll(numbers, number => !(number >= 1)));
    }

    [Fact]
    public void A_longer_partitionable_draw_starts_with_the_shorter_one()
    {
        var key = Key.Partitionable(5);
        var numbers = key.Uniform([100_003]).Floats();
        foreach (var count in new[] { 0, 1, 2, 17, 1024, 70_001 }) Assert.Equal(numbers[..count], key.Uniform([count]).Floats());
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void The_shape_only_arranges_the_numbers(KeyMode mode)
    {
        var key = new Key(5, mode);
        var uniform = key.Uniform([3, 5, 7]);
        Assert.Equal([3, 5, 7], uniform.shape);
        Assert.Equal(ScalarType.Float32, uniform.dtype);
        Assert.False(uniform.requires_grad);
        Assert.Equal(key.Uniform([105]).Floats(), uniform.Floats());
        Assert.Empty(key.Uniform([]).shape);
        Assert.Equal(key.Uniform([1]).Floats(), key.Uniform([]).Floats());
        Assert.Equal([3, 0], key.Uniform([3, 0]).shape);
    }

    [Fact]
    public void Impossible_shapes_are_refused_by_name()
    {
        Assert.Contains("[3, -1]", Assert.Throws<ArgumentException>(() => new Key(0).Uniform([3, -1])).Message);
        Assert.Contains("[65536, 65536]", Assert.Throws<ArgumentException>(() => new Key(0).Uniform([65536, 65536])).Message);
        Assert.Contains("any tensor", Assert.Throws<ArgumentException>(() => Key.Partitionable(0).Uniform([long.MaxValue, 3])).Message);
    }
}
