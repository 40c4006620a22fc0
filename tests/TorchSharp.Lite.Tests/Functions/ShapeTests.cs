using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

public class ShapeTests
{
    private readonly Tensor cube = arange(24).reshape(2, 3, 4);

    [Fact]
    public void Reshaped()
    {
        Assert.Equal([4, 6], cube.view(4, -1).shape);
        Assert.Equal([24], cube.flatten().shape);
        Assert.Equal([2, 12], cube.flatten(1).shape);
        Assert.Equal([2, 3, 2, 2], cube.unflatten(2, 2, 2).shape);
        Assert.Equal([4, 2, 3], cube.permute(2, 0, 1).shape);
        Assert.Equal([2, 4, 3], cube.transpose(1, -1).shape);
        Assert.Equal([4, 3, 2], cube.T.shape);
        Assert.Equal([2, 1, 3, 4], cube.unsqueeze(1).shape);
        Assert.Equal([2, 3, 4], cube.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([2, 3, 4], cube.unsqueeze(0).squeeze().shape);
        Assert.Equal([5, 2, 3, 4], cube.expand(5, -1, -1, -1).shape);
        Assert.Equal([3, 4], zeros(4).broadcast_to(3, 4).shape);
        Assert.Equal([4, 9, 4], cube.repeat(2, 3, 1).shape);
        Assert.Equal([3, 4, 2], cube.movedim([0L], [2L]).shape);
        Assert.Equal((3, 24, 8), ((int)cube.ndim, (int)cube.numel(), (int)cube.element_size()));
        Assert.Equal([12, 4, 1], cube.stride());
        Assert.Equal(4, cube.size(-1));
    }

    [Fact]
    public void Parts()
    {
        Are([4, 5, 6, 7], cube.select(1, 1).select(0, 0));
        Are([1, 3], cube[0, 0].slice(0, 1, 4, 2));
        Are([1, 2], cube[0, 0].narrow(0, 1, 2));
        Assert.Equal([2L, 1], cube.split(2, 1).Select(part => part.shape[1]));
        Assert.Equal([1L, 3], cube.split([1L, 3], 2).Select(part => part.shape[2]));
        Assert.Equal([2, 3, 2], cube.chunk(2, 2)[0].shape);
        Assert.Equal(3, cube.unbind(1).Length);
        Are([1, 0, 0, 4, 5, 0, 7, 8, 9], arange(1, 10).reshape(3, 3).tril());
        Are([1, 5, 9], arange(1, 10).reshape(3, 3).diag());
    }

    [Fact]
    public void Joined()
    {
        Assert.Equal([4, 3, 4], cat([cube, cube]).shape);
        Assert.Equal([2, 6, 4], cat(new List<Tensor> { cube, cube }, 1).shape);
        Assert.Equal([2, 3, 4, 2], stack([cube, cube], -1).shape);
        Assert.Equal([2, 2], vstack([Row(1, 2), Row(3, 4)]).shape);
        Assert.Throws<ArgumentNullException>(() => cat([cube, null!]));
    }

    [Fact]
    public void Rearranged()
    {
        Are([2, 1, 0], arange(3).flip(0));
        Are([2, 0, 1], arange(3).roll(1));
        Are([0, 0, 1, 1], arange(2).repeat_interleave(2));
        Are([0, 1, 0, 1], arange(2).tile([2L]));
        Are([0, 0, 1, 2, 0], nn.functional.pad(Row(1, 2), [2L, 1]));
        Are([0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0], nn.functional.pad(Row(1, 2).reshape(1, 2), 1));
        Assert.Equal([5, 5, 6, 6], nn.functional.pad(zeros(1, 1, 2, 2), 2).shape);
        Are([3, 2, 1, 2, 3, 2], nn.functional.pad(Row(1, 2, 3).reshape(1, 1, 3), (2, 1), PaddingModes.Reflect));
        Are([0, 1, 1, 2, 2, 3], arange(4).unfold(0, 2, 1).flatten());
    }

    [Fact]
    public void Made()
    {
        Are([0, 0, 0], zeros(3));
        Are([1, 1], ones([2L]));
        Are([7, 7], full(2, 7f));
        Are([2, 4, 6], arange(2, 8, 2));
        Are([0, 0.5f, 1], linspace(0, 1, 3));
        Are([1, 0, 0, 1], eye(2));
        Assert.Equal(ScalarType.Int64, full(2, 7).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.5).dtype);
        Assert.Equal(ScalarType.Float64, zeros(2, dtype: float64).zeros_like().dtype);
        Assert.True(ones(2, requires_grad: true).requires_grad);
        Assert.Equal([3, 2], zeros(2).new_full(3, 2, 5).shape);
    }

    [Fact]
    public void OneSeedOneStream()
    {
        manual_seed(7);
        var (first, second) = (randn(5), rand(5));
        manual_seed(7);
        Assert.Equal(first, randn(5));
        Assert.Equal(second, rand(5));
        Assert.NotEqual(first, randn(5));

        Assert.Equal(rand(3, generator: new Generator(1)), rand(3, generator: new Generator(1)));
        Assert.True(randint(5, [100]).lt(5).all().item<bool>());
        Are([0, 1, 2, 3], randperm(4).sort().Values);
    }
}
