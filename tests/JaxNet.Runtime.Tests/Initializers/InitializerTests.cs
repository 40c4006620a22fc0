using static TorchSharp.torch;

namespace JaxNet.Tests;

public class InitializerTests
{
    [Fact]
    public void Constants_ignore_the_key()
    {
        Assert.Equal([0, 0, 0], Initializers.Zeros()(new Key(1), [3]).Floats());
        Assert.Equal([1, 1, 1], Initializers.Ones()(new Key(1), [3, 1]).Floats());
        Assert.Equal([-7, -7], Initializers.Constant(-7)(new Key(1), [2]).Floats());
        Assert.Equal(ScalarType.Float32, Initializers.Constant(3)(default, []).dtype);
        Assert.Empty(Initializers.Constant(3)(default, []).shape);
    }

    [Fact]
    public void Simple_draws_are_the_keys_own_times_a_factor()
    {
        var key = new Key(9);
        long[] shape = [4, 5];
        Assert.Equal((key.Normal(shape) * 0.3f).Floats(), Initializers.Normal(0.3)(key, shape).Floats());
        Assert.Equal((key.Normal(shape) * 0.01f).Floats(), Initializers.Normal()(key, shape).Floats());
        Assert.Equal((key.Uniform(shape) * 0.3f).Floats(), Initializers.Uniform(0.3)(key, shape).Floats());
        Assert.Equal((key.TruncatedNormal(-1, 2, shape) * 0.3f).Floats(), Initializers.TruncatedNormal(0.3, -1)(key, shape).Floats());
    }

    // The fans are written out here: [inputs, outputs]; and height·width times each for convolutions.
    [Theory]
    [InlineData(new long[] { 6, 10 }, 6, 10)]
    [InlineData(new long[] { 3, 5, 6, 10 }, 15 * 6, 15 * 10)]
    [InlineData(new long[] { 2, 1, 4 }, 2, 8)]
    public void Fans_count_the_receptive_field(long[] shape, double fanIn, double fanOut)
    {
        CheckStddev(Fan.In, fanIn);
        CheckStddev(Fan.Out, fanOut);
        CheckStddev(Fan.Average, (fanIn + fanOut) / 2);
        CheckStddev(Fan.GeometricAverage, Math.Sqrt(fanIn * fanOut));

        void CheckStddev(Fan mode, double fan)
        {
            var key = Key.Partitionable(3);
            var stddev = Math.Sqrt(1.7 / fan);
            Check(Distribution.Normal, key.Normal(shape), stddev);
            Check(Distribution.TruncatedNormal, key.TruncatedNormal(-2, 2, shape), stddev / .87962566103423978);
            Check(Distribution.Uniform, key.Uniform(shape, -1, 1), stddev * Math.Sqrt(3));

            void Check(Distribution distribution, Tensor standard, double factor)
            {
                var value = Initializers.VarianceScaling(1.7, mode, distribution)(key, shape);
                Assert.Equal(shape, value.shape);
                Values.AssertClose(Array.ConvertAll(standard.Floats(), x => (float)(x * factor)), value.Floats(), 3e-7);
            }
        }
    }

    [Fact]
    public void Axes_can_be_named()
    {
        var key = new Key(1);
        var first = Initializers.LecunNormal(inAxis: 0, outAxis: 1)(key, [7, 3, 2, 2]);
        var expected = key.TruncatedNormal(-2, 2, [7, 3, 2, 2]) * (float)(Math.Sqrt(1 / 28.0) / .87962566103423978);
        Values.AssertClose(expected.Floats(), first.Floats(), 3e-7);
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializers.LecunNormal(inAxis: 2)(key, [7, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializers.LecunNormal(outAxis: -3)(key, [7, 3]));
    }

    // Attention heads: [batch, inputs, heads, size of a head], each output of a head made of all inputs.
    [Fact]
    public void Several_axes_can_be_inputs_or_outputs_and_others_a_batch()
    {
        var key = new Key(1);
        var kernels = Initializers.VarianceScaling(1, Fan.Out, Distribution.Normal, [1], [2, -1], [0])(key, [5, 6, 2, 3]);
        Values.AssertClose((key.Normal([5, 6, 2, 3]) * (float)Math.Sqrt(1 / 6.0)).Floats(), kernels.Floats(), 3e-7);
        kernels = Initializers.VarianceScaling(1, Fan.In, Distribution.Normal, [0, 1], [2])(key, [5, 6, 2]);
        Values.AssertClose((key.Normal([5, 6, 2]) * (float)Math.Sqrt(1 / 30.0)).Floats(), kernels.Floats(), 3e-7);
    }

    [Fact]
    public void The_named_ones_are_variance_scaling()
    {
        Same(Initializers.GlorotNormal(), Initializers.XavierNormal(), 1, Fan.Average, Distribution.TruncatedNormal);
        Same(Initializers.GlorotUniform(), Initializers.XavierUniform(), 1, Fan.Average, Distribution.Uniform);
        Same(Initializers.HeNormal(), Initializers.KaimingNormal(), 2, Fan.In, Distribution.TruncatedNormal);
        Same(Initializers.HeUniform(), Initializers.KaimingUniform(), 2, Fan.In, Distribution.Uniform);
        Same(Initializers.LecunNormal(), Initializers.LecunNormal(), 1, Fan.In, Distribution.TruncatedNormal);
        Same(Initializers.LecunUniform(), Initializers.LecunUniform(), 1, Fan.In, Distribution.Uniform);

        static void Same(Initializer named, Initializer other, double scale, Fan mode, Distribution distribution)
        {
            var expected = Initializers.VarianceScaling(scale, mode, distribution)(new Key(4), [3, 4, 5]).Floats();
            Assert.Equal(expected, named(new Key(4), [3, 4, 5]).Floats());
            Assert.Equal(expected, other(new Key(4), [3, 4, 5]).Floats());
        }
    }

    [Theory]
    [InlineData(Distribution.Normal)]
    [InlineData(Distribution.TruncatedNormal)]
    [InlineData(Distribution.Uniform)]
    public void The_variance_is_what_was_asked_for(Distribution distribution)
    {
        var values = Initializers.VarianceScaling(2, Fan.In, distribution)(new Key(8), [500, 2000]).Floats();

        // Five standard errors of a variance; the normal distribution's is the largest of the three.
        var variance = 2 / 500.0;
        Assert.InRange(values.Average(x => (double)x * x), variance * (1 - 5 * Math.Sqrt(2) / 1000), variance * (1 + 5 * Math.Sqrt(2) / 1000));
        Assert.InRange(values.Average(), -5 * Math.Sqrt(variance) / 1000, 5 * Math.Sqrt(variance) / 1000);
    }

    [Theory]
    [InlineData(new long[] { 5 }, "[5]")]
    [InlineData(new long[0], "[]")]
    public void A_shape_without_inputs_and_outputs_is_refused_with_advice(long[] shape, string text)
    {
        var message = Assert.Throws<ArgumentException>(() => Initializers.GlorotNormal()(new Key(0), shape)).Message;
        Assert.Contains(text, message);
        Assert.Contains("Initializers.Normal", message);
    }
}
