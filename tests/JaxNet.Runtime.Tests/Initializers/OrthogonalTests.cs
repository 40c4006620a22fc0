using static TorchSharp.torch;

namespace JaxNet.Tests;

public class OrthogonalTests
{
    // The docstrings' examples. QR decompositions round differently, by a few units in the last place of the largest element.
    [Fact]
    public void The_matrix_is_that_of_jax() => Values.AssertClose(
        [3.9026976e-01f, 7.2495741e-01f, -5.6756169e-01f, 8.8047469e-01f, -4.7409311e-01f, -1.3157725e-04f],
        Initializers.Orthogonal()(new Key(42), [2, 3]).Floats(), 1e-6);

    [Fact]
    public void The_delta_kernel_is_that_of_jax()
    {
        var kernel = Initializers.DeltaOrthogonal()(new Key(42), [3, 3, 3]);
        Assert.Equal([3, 3, 3], kernel.shape);
        var zeros = new float[9];
        Values.AssertClose(
            [.. zeros, 0.27858758f, -0.7949833f, -0.53887904f, 0.9120717f, 0.04322892f, 0.40774566f, -0.30085585f, -0.6050892f, 0.73712474f, .. zeros],
            kernel.Floats(), 1e-6);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    public void Rows_or_columns_are_orthonormal(long n, long m)
    {
        var matrix = new Key(1).Orthogonal(n, [2], m);
        Assert.Equal([2, n, m], matrix.shape);
        var product = n <= m ? matrix.matmul(matrix.transpose(-2, -1)) : matrix.transpose(-2, -1).matmul(matrix);
        var unit = eye(Math.Min(n, m)).expand(2, Math.Min(n, m), Math.Min(n, m)).contiguous();
        Values.AssertClose(unit.Floats(), product.contiguous().Floats());
    }

    [Fact]
    public void Other_axes_are_rows_together()
    {
        var kernel = Initializers.Orthogonal(2, columnAxis: 1)(new Key(1), [3, 4, 2]);
        Assert.Equal([3, 4, 2], kernel.shape);
        var columns = kernel.transpose(1, 2).reshape(6, 4);
        Values.AssertClose((eye(4) * 4).Floats(), columns.transpose(0, 1).matmul(columns).Floats(), 2e-6);
        Assert.Equal([2, 0], Initializers.Orthogonal()(new Key(1), [2, 0]).shape);
    }

    [Fact]
    public void The_centre_of_a_delta_kernel_keeps_lengths()
    {
        var kernel = Initializers.DeltaOrthogonal()(new Key(1), [3, 4, 2, 6]);
        var centre = kernel.select(0, 1).select(0, 1);
        Values.AssertClose(eye(2).Floats(), centre.matmul(centre.transpose(0, 1)).Floats());
        Assert.Equal(2, (kernel * kernel).sum().item<float>(), 1e-5);
    }

    [Theory]
    [InlineData(new long[] { 3 }, "[3]")]
    [InlineData(new long[] { 3, 3 }, "[3, 3]")]
    [InlineData(new long[] { 3, 5, 4 }, "[3, 5, 4]")]
    public void Shapes_that_have_no_such_matrix_are_refused_by_name(long[] shape, string text)
    {
        if (shape.Length < 2) Assert.Contains(text, Assert.Throws<ArgumentException>(() => Initializers.Orthogonal()(new Key(0), shape)).Message);
        Assert.Contains(text, Assert.Throws<ArgumentException>(() => Initializers.DeltaOrthogonal()(new Key(0), shape)).Message);
    }

    [Fact]
    public void An_axis_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializers.Orthogonal(columnAxis: 2)(new Key(0), [3, 3]));
}
