using System.Numerics;
using JaxNet.Streams;

namespace JaxNet.Tests;

public class ErfInvTests
{
    // The two logarithms meet all exponents from 2^-126 to 1, and above it where Gumbel numbers need them.
    [Fact]
    public void The_logarithm_is_exact_to_one_unit_in_the_last_place()
    {
        for (var bits = 0x00800000u; bits < 0x42B00000u; bits += 4099)
        {
            var x = BitConverter.UInt32BitsToSingle(bits);
            var a = new Vector<float>(x);
            var b = a;
            Log.OfPositive(ref a, ref b);
            var exact = Math.Log(x);
            Assert.True(Math.Abs(a[0] - exact) <= Math.BitIncrement(MathF.Abs((float)exact)) * 1.2e-7, $"log({x:R}) is {exact:R}, got {a[0]:R}.");
            Assert.Equal(a, b);
        }
    }

    // Giles's polynomials are exact to 3.5e-7 relative to the inverse; these are PyTorch's values of it in double precision.
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.5f, 0.4769362762044699)]
    [InlineData(-0.5f, -0.4769362762044699)]
    [InlineData(0.75f, 0.8134198475976185)]
    [InlineData(0.9375f, 1.3171503349861306)]
    [InlineData(0.99609375f, 2.040452014605606)]
    [InlineData(0.9990234375f, 2.3314677736219425)]
    [InlineData(-0.9998779296875f, -2.7166552405670563)]
    public void The_inverse_is_as_exact_as_its_polynomials(float x, double expected)
    {
        var a = new Vector<float>(x);
        var b = a;
        ErfInv.Inside(ref a, ref b);
        Assert.InRange(a[0], Math.Min(expected * (1 - 6e-7), expected * (1 + 6e-7)), Math.Max(expected * (1 - 6e-7), expected * (1 + 6e-7)));
    }

    [Fact]
    public void Lanes_do_not_disturb_each_other()
    {
        var (tail, centre) = (0.9999f, 0.1f);
        var mixed = new float[Vector<float>.Count];
        for (var i = 0; i < mixed.Length; i++) mixed[i] = i % 2 == 0 ? tail : centre;
        var a = new Vector<float>(mixed);
        var b = new Vector<float>(centre);
        ErfInv.Inside(ref a, ref b);

        var onlyTail = new Vector<float>(tail);
        var onlyCentre = new Vector<float>(centre);
        ErfInv.Inside(ref onlyTail, ref onlyCentre);
        Assert.Equal(onlyCentre, b);
        for (var i = 0; i < mixed.Length; i++) Assert.Equal(i % 2 == 0 ? onlyTail[i] : onlyCentre[i], a[i]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(-1, -0.8427007929497149)]
    [InlineData(2, 0.9953222650189527)]
    [InlineData(3.8, 0.9999999230)]
    [InlineData(3.9, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, -1)]
    public void The_function_itself_is_exact_to_a_few_units_in_the_last_place(double x, double expected) =>
        Assert.Equal(expected, Erf.Of((float)x), 1.2e-7);
}
