using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

public class OddmentTests
{
    [Fact]
    public void ShapesBroadcastWithoutAnyMemory() => Assert.Equal([4L, 3, 2], broadcast_shapes([3, 1], [4, 1, 2]).Shape);

    [Fact]
    public void LimitsOfFloatingPoint()
    {
        Assert.Equal(1.1920928955078125e-07, finfo(float32).eps);
        Assert.Equal(1.1754943508222875e-38, finfo(float32).tiny);
        Assert.Equal(2.220446049250313e-16, finfo(float64).eps);
        Assert.Equal(65504, finfo(float16).max);
        Assert.Equal(6.103515625e-05, finfo(float16).tiny);
        Assert.Equal(0.0078125, finfo(bfloat16).eps);
        Assert.Throws<ArgumentException>(() => finfo(int32));
    }

    [Fact]
    public void SizesAreShapes()
    {
        Size size = (2, 3, 4);
        Assert.Equal(24, size.numel());
        Assert.Equal([3L, 4], size.Slice(1, 3).Shape);
        Assert.Equal([2L, 3, 4, 5], (size + [5L]).Shape);
        Assert.Equal(0, default(Size).Length);
    }

    [Fact]
    public void DevicesHaveNames()
    {
        Assert.Equal("cpu", CPU.ToString());
        Assert.Equal(("cuda:2", DeviceType.CUDA, 2), (new Device("cuda", 2).ToString(), new Device("cuda:2").type, new Device(2).index));
        Assert.Equal(DeviceType.META, empty(3, device: META).device_type);
    }

    [Fact]
    public void Upsampled() => Are([1, 1, 2, 2], nn.functional.upsample_nearest1d(Row(1, 2).reshape(1, 1, 2), 4, null));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void WhatWasNotAskedForOfUniqueIsNull(int? dimension)
    {
        var x = Row(2, 1, 1);
        Check(x.unique(dim: dimension), false, false);
        Check(x.unique(return_inverse: true, dim: dimension), true, false);
        Check(x.unique(return_counts: true, dim: dimension), false, true);
        Check(x.unique(return_inverse: true, return_counts: true, dim: dimension), true, true);

        var y = Row(1, 1, 2);
        Check(y.unique_consecutive(dim: dimension), false, false);
        Check(y.unique_consecutive(return_inverse: true, dim: dimension), true, false);
        Check(y.unique_consecutive(return_counts: true, dim: dimension), false, true);

        static void Check((Tensor Output, Tensor? Inverse, Tensor? Counts) unique, bool inverse, bool counts)
        {
            Are([1, 2], unique.Output);
            Assert.Equal((inverse, counts), (unique.Inverse is not null, unique.Counts is not null));
            if (unique.Counts is not null) Are([2, 1], unique.Counts);
            if (unique.Inverse is not null) Assert.Equal(3, unique.Inverse.numel());
        }
    }

    [Fact]
    public void TypesPromote()
    {
        Assert.Equal(float32, promote_types(int64, float32));
        Assert.Equal(float64, result_type(zeros(1), zeros(1, dtype: float64)));
        Assert.False(can_cast(float32, int32));
        Are([1, 0], Row(1.7f, -0.2f).@int());
        Assert.Equal(float16, zeros(1).type(float16).dtype);
    }

    [Fact]
    public void ThreadsCanBeCounted() => Assert.InRange(get_num_threads(), 1, 1024);
}
