using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Tensors;

public class DataTests
{
    [Fact]
    public void ATensorOfAnArrayIsACopy()
    {
        var array = new float[] { 1, 2, 3 };
        var tensor = torch.tensor(array);
        array[0] = 9;

        Assert.Equal([1f, 2, 3], tensor.data<float>().ToArray());
    }

    [Fact]
    public void FromArrayAndFromBufferShareTheMemory()
    {
        var array = new float[,] { { 1, 2 }, { 3, 4 } };
        var tensor = from_array(array);
        array[1, 0] = 9;
        tensor[0, 1] = torch.tensor(7f);
        GC.Collect();

        Assert.Equal([2, 2], tensor.shape);
        Assert.Equal([1f, 7, 9, 4], tensor.data<float>().ToArray());
        Assert.Equal(7, array[0, 1]);

        var longs = new long[] { 0, 1, 2, 3, 4 };
        var part = frombuffer(longs, ScalarType.Int64, count: 2, offset: 3);
        part.fill_(8);
        Assert.Equal([0, 1, 2, 8, 8], longs);
    }

    [Fact]
    public void ThePinOfASharedArrayIsReleasedWithTheTensor()
    {
        var weak = Share();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(weak.IsAlive);

        static WeakReference Share()
        {
            var array = new float[1000];
            from_array(array).Dispose();
            return new WeakReference(array);
        }
    }

    [Fact]
    public void EveryElementTypeComesBack()
    {
        Round(new float[] { 1.5f, -2 }, torch.tensor(new float[] { 1.5f, -2 }), ScalarType.Float32);
        Round(new double[] { 1.5, -2 }, torch.tensor(new double[] { 1.5, -2 }), ScalarType.Float64);
        Round(new long[] { 1L << 40, -2 }, torch.tensor(new long[] { 1L << 40, -2 }), ScalarType.Int64);
        Round(new int[] { 1 << 30, -2 }, torch.tensor(new int[] { 1 << 30, -2 }), ScalarType.Int32);
        Round(new short[] { 300, -2 }, torch.tensor(new short[] { 300, -2 }), ScalarType.Int16);
        Round(new byte[] { 200, 2 }, torch.tensor(new byte[] { 200, 2 }), ScalarType.Byte);
        Round(new sbyte[] { 100, -2 }, torch.tensor(new sbyte[] { 100, -2 }), ScalarType.Int8);
        Round(new bool[] { true, false }, torch.tensor(new bool[] { true, false }), ScalarType.Bool);
        Round(new[] { (1f, 2f), (3f, -4f) }, torch.tensor(new[] { (1f, 2f), (3f, -4f) }), ScalarType.ComplexFloat32);
        Round(new[] { new Complex(1, 2), new Complex(3, -4) }, torch.tensor(new[] { new Complex(1, 2), new Complex(3, -4) }), ScalarType.ComplexFloat64);

        static void Round<T>(T[] expected, Tensor tensor, ScalarType type) where T : unmanaged
        {
            Assert.Equal(type, tensor.dtype);
            Assert.Equal(expected, tensor.data<T>().ToArray());
        }
    }

    [Fact]
    public void ShapesAndTypesMayBeGiven()
    {
        Assert.Equal([2, 3], torch.tensor(new float[6], 2, 3).shape);
        Assert.Equal([3, 1, 2], torch.tensor(new List<int> { 1, 2, 3, 4, 5, 6 }, 3, 1, 2).shape);
        Assert.Equal([2, 2], torch.tensor(new[,] { { 1.0, 2 }, { 3, 4 } }).shape);
        Assert.Equal(ScalarType.Float16, torch.tensor(new float[] { 1 }, dtype: ScalarType.Float16).dtype);
        Assert.Equal("mismatched total size creating a tensor from an array: 6 vs. 5", Assert.Throws<ArgumentException>(() => torch.tensor(new float[5], [2L, 3L])).Message);
    }

    [Fact]
    public void NumbersAndArraysConvert()
    {
        Tensor two = 2f;
        Tensor row = new[] { 1L, 2 };

        Assert.Equal((ScalarType.Float32, 0L), (two.dtype, two.ndim));
        Assert.Equal((ScalarType.Int64, 1L), (row.dtype, row.ndim));
        Assert.Equal(2, (float)two);
        Assert.Equal(2, two.item<float>());
        Assert.Equal(2L, (long)row[1]);
        Assert.Equal(ScalarType.Float64, two.ToScalar().Type);
    }

    [Fact]
    public void ItemWantsTheVeryTypeAndOneElement()
    {
        Assert.Equal("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => torch.tensor(1f).item<double>()).Message);
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
        Assert.Throws<ArgumentException>(() => zeros(2).data<int>());
    }

    [Fact]
    public void BytesAreTheMemory()
    {
        var tensor = arange(3, dtype: ScalarType.Int32);
        tensor.bytes[4] = 42;
        Assert.Equal([0, 42, 2], tensor.data<int>().ToArray());

        tensor.bytes = new byte[12];
        Assert.Equal([0, 0, 0], tensor.data<int>().ToArray());

        Assert.Throws<ArgumentException>(() => { tensor.bytes = new byte[11]; });
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void AnAccessorFollowsStrides()
    {
        var transposed = arange(6).reshape(2, 3).t();
        var data = transposed.data<long>();

        Assert.Equal([0L, 3, 1, 4, 2, 5], data.ToArray());
        Assert.Equal([0L, 3, 1, 4, 2, 5], data.ToList());
        Assert.Equal(4, data[1, 1]);
        Assert.Equal(4, data[3]);
        Assert.Equal(new long[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, data.ToNDArray());

        data[2, 0] = 9;
        Assert.Equal(9, transposed[2, 0].item<long>());

        var array = new long[4];
        data.CopyTo(array, 1, 2);
        Assert.Equal([0L, 1, 4, 9], array);
        data.CopyFrom([7, 8]);
        Assert.Equal([7L, 8, 1, 4, 9, 5], data.ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<IndexOutOfRangeException>(() => data[3, 0]);
    }

    [Fact]
    public void EmptyTensorsHaveNoElements()
    {
        Assert.Empty(zeros(0).data<float>().ToArray());
        Assert.Empty(torch.tensor(Array.Empty<float>()).data<float>().ToArray());
        Assert.Equal(0, zeros(0, 3).bytes.Length);
    }

    [Fact]
    public void TheTextOfATensorIsReadable()
    {
        var tensor = torch.tensor(new[,] { { 1.5f, 2 }, { 3, 4 } });

        Assert.Equal("[2x2], type = Float32, device = cpu\n[[1.5, 2],\n [3, 4]]", tensor.ToString(TensorStringStyle.Julia, newLine: "\n"));
        Assert.Equal("[[1.50, 2.00],\n [3.00, 4.00]]", tensor.ToString(TensorStringStyle.Numpy, fltFormat: "f2", newLine: "\n"));
        Assert.Equal("[0, 1, 2, ..., 1997, 1998, 1999]", arange(2000).ToString(TensorStringStyle.Numpy));
        tensor.Dispose();
        Assert.Equal("(a disposed tensor)", tensor.ToString());
    }
}
