using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>Products of single precision matrices, wherever they are computed, against double precision.</summary>
public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 784, 64)]
    [InlineData(32, 64, 10)]
    [InlineData(10, 200, 400)]
    [InlineData(3, 1, 5)]
    [InlineData(130, 257, 190)]
    [InlineData(16, 1030, 611)]
    [InlineData(4, 0, 6)]
    public void AreThoseOfDoublePrecision(long rows, long inner, long columns)
    {
        using var scope = NewDisposeScope();
        foreach (var transposed in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var left = Matrix(rows, inner, transposed.Item1);
            var right = Matrix(inner, columns, transposed.Item2);
            var start = Matrix(rows, columns, false);

            Check(left.@double().mm(right.@double()), left.mm(right), inner);
            Check(start.@double() * 2 - left.@double().mm(right.@double()), start.addmm(left, right, 2, -1), inner);
        }
    }

    [Fact]
    public void PartsOfLargerMatricesAreMultipliedWhereTheyAre()
    {
        using var scope = NewDisposeScope();
        var (left, right) = (Matrix(9, 40, false).narrow(1, 3, 20), Matrix(50, 30, false).narrow(0, 7, 20).narrow(1, 2, 11));

        Check(left.@double().mm(right.@double()), left.mm(right), 20);
    }

    [Fact]
    public void ShortProductsLeaveTheNumberOfThreadsAsItIs()
    {
        using var scope = NewDisposeScope();
        var before = get_num_threads();

        ones(2, 2).mm(ones(2, 2));

        Assert.Equal(before, get_num_threads());
    }

    private static Tensor Matrix(long rows, long columns, bool transposed) => transposed ? randn(columns, rows).t() : randn(rows, columns);

    // Each product and each sum is rounded, by 2^-24 of what has been summed up.
    private static void Check(Tensor right, Tensor found, long inner)
    {
        Assert.Equal(right.shape, found.shape);
        Assert.True((right - found).abs().max().item<double>() < 1e-6 * (10 + inner), "They differ.");
    }
}
