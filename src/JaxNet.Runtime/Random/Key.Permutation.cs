using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>The integers from 0 to <paramref name="n"/> - 1 in random order, as <c>jax.random.permutation(key, n)</c>.</summary>
    /// <param name="n">How many.</param>
    /// <returns>An int64 tensor [n], ready to index with.</returns>
    public Tensor Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Placed(tensor(Streams.Shuffle.Indices(this, n)));
    }

    /// <summary>The slices of a tensor along an axis in random order, as <c>jax.random.permutation(key, x, axis, independent)</c>.</summary>
    /// <param name="x">The tensor, of one axis at least. To permute indices, pass their number as an <c>int</c>.</param>
    /// <param name="axis">The axis; negative ones count from the last.</param>
    /// <param name="independent">Whether each vector along the axis gets an order of its own.</param>
    /// <returns>A tensor like <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="x"/> is a scalar.</exception>
    public Tensor Permutation(Tensor x, long axis = 0, bool independent = false)
    {
        if (x.dim() == 0) throw new ArgumentException("A scalar has no order. To permute indices, pass their number as an int.", nameof(x));
        if (independent && x.dim() > 1) return Streams.Shuffle.Independently(On(x.device), x, axis);
        using var order = On(x.device).Permutation(checked((int)x.shape[axis < 0 ? axis + x.dim() : axis]));
        return x.index_select(axis, order);
    }

    /// <summary>
    /// A tensor in which each vector along an axis is shuffled by itself, as the former <c>jax.random.shuffle(key, x, axis)</c>:
    /// short for <see cref="Permutation(Tensor, long, bool)"/> with <c>independent</c>.
    /// </summary>
    /// <param name="x">The tensor, of one axis at least.</param>
    /// <param name="axis">The axis; negative ones count from the last.</param>
    /// <returns>A tensor like <paramref name="x"/>.</returns>
    public Tensor Shuffle(Tensor x, long axis = 0) => Permutation(x, axis, independent: true);
}
