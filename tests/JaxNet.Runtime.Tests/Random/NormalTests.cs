using static TorchSharp.torch;

namespace JaxNet.Tests;

public class NormalTests
{
    [Fact]
    public void Normal_numbers_are_those_of_jax() =>
        Values.AssertClose([-1.173234f, -1.511662f, 0.070593f, -0.099764f, 1.052845f], new Key(1193674498).Normal([5]).Floats());

    // Printed all over JAX's documentation since version 0.5, to the last digit.
    [Fact]
    public void Partitionable_normal_numbers_are_those_of_jax()
    {
        Assert.Equal(
            [1.6226422f, 2.0252647f, -0.43359444f, -0.07861735f, 0.1760909f, -0.97208923f, -0.49529874f, 0.4943786f, 0.6643493f, -0.9501635f],
            Key.Partitionable(0).Normal([10]).Floats());
        Values.AssertClose([-0.02830462f], Key.Partitionable(42).Normal([]).Floats(), 1e-8);
    }

    // From a scalar implementation in another language.
    [Fact]
    public void Other_keys_give_what_the_algorithm_says()
    {
        float[] original = [-2.2590878009796143f, -0.3074738383293152f, -0.4251098334789276f, 0.2759009301662445f, 0.580084502696991f, 3.17246413230896f, 1.1208903789520264f];
        Values.AssertClose(original, new Key(7).Normal([7]).Floats(), 2e-7);
        float[] partitionable = [0.4512351453304291f, 1.9534509181976318f, -0.5162394642829895f, -0.14094029366970062f, 0.6154966950416565f, 0.3343164920806885f, -0.12932467460632324f];
        Values.AssertClose(partitionable, Key.Partitionable(7).Normal([7]).Floats(), 2e-7);
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void Moments_are_those_of_the_normal_distribution(KeyMode mode)
    {
        const int count = 1_000_000;
        var numbers = Array.ConvertAll(new Key(12, mode).Normal([count]).Floats(), number => (double)number);

        // Five standard errors; the variance of x^k is E[x^2k] - E[x^k]².
        Assert.InRange(numbers.Average(), -0.005, 0.005);
        Assert.InRange(numbers.Average(x => x * x), 1 - 5 * Math.Sqrt(2) / 1000, 1 + 5 * Math.Sqrt(2) / 1000);
        Assert.InRange(numbers.Average(x => x * x * x), -5 * Math.Sqrt(15) / 1000, 5 * Math.Sqrt(15) / 1000);
        Assert.InRange(numbers.Average(x => x * x * x * x), 3 - 5 * Math.Sqrt(96) / 1000, 3 + 5 * Math.Sqrt(96) / 1000);
        Assert.InRange(numbers.Count(x => Math.Abs(x) > 3), 2700 - 5 * 52, 2700 + 5 * 52);
    }

    [Fact]
    public void Numbers_are_finite_and_different_at_any_place()
    {
        var numbers = new Key(13).Normal([300_001]).Floats();
        Assert.Empty(Array.FindAll(numbers, number => !(Math.Abs(number) < 5.5f)));
        Assert.True(numbers.Distinct().Count() > 290_000);
    }

    // JAXnet's README: Dense(1024), Dense(1024), Dense(4) after inputs of 784, all parameters drawn along one chain of keys.
    [Fact]
    public void The_chain_of_keys_gives_the_bias_of_jaxnets_readme()
    {
        var key = new Key(0);
        Tensor? bias = null;
        foreach (var (inputs, outputs) in new[] { (784, 1024), (1024, 1024), (1024, 4) })
        {
            (key, _) = key.Split();
            (key, var biasKey) = key.Split();
            bias = Initializers.Normal(1e-2)(biasKey, [outputs]);
        }

        Values.AssertClose([-0.01101029f, -0.00749435f, -0.00952365f, 0.00493979f], bias!.Floats(), 1e-8);
    }
}
