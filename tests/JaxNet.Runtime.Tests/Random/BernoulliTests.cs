using static TorchSharp.torch;

namespace JaxNet.Tests;

public class BernoulliTests
{
    [Fact]
    public void Truth_values_are_those_of_jax() =>
        Assert.Equal([false, true, true, true, false], new Key(1612777541).Bernoulli(0.5, [5]).Bools());

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void An_element_is_true_where_the_uniform_number_is_less(KeyMode mode)
    {
        var key = new Key(21, mode);
        foreach (var count in new[] { 0, 1, 5, 31, 64, 1000, 70_001 })
        {
            var uniform = key.Uniform([count]).Floats();
            foreach (var p in new[] { -1, 0, 1e-7, 0.1, 0.5, 0.7, 0.99999994, 1, 2, double.NaN })
                Assert.True(key.Bernoulli(p, [count]).Bools().AsSpan().SequenceEqual(Array.ConvertAll(uniform, u => u < (float)p)), $"{count} elements, p = {p}");
        }
    }

    [Fact]
    public void Each_element_may_have_its_own_probability()
    {
        var key = new Key(22);
        var p = tensor(new[] { 0f, 0.5f, 1f });
        Assert.Equal([3], key.Bernoulli(p).shape);
        var draws = key.Bernoulli(p, [1000, 3]);
        Assert.Equal(ScalarType.Bool, draws.dtype);
        var uniform = key.Uniform([3000]).Floats();
        Assert.Equal(uniform.Select((u, i) => u < i % 3 * 0.5f), draws.Bools());
    }
}
