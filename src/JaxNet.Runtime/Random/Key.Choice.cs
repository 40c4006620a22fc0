using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>A random choice of the integers below <paramref name="n"/>, as <c>jax.random.choice(key, n, shape, replace, p)</c>.</summary>
    /// <param name="n">How many integers there are to choose from.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <param name="replace">Whether an integer can come again.</param>
    /// <param name="p">The probability of each, a float32 tensor [n]; if it isn't given, all are equally probable.</param>
    /// <returns>An int64 tensor, ready to index with.</returns>
    /// <exception cref="ArgumentException">There is nothing to choose from, or not enough without replacement, or the probabilities are of another shape.</exception>
    public Tensor Choice(int n, ReadOnlySpan<long> shape, bool replace = true, Tensor? p = null)
    {
        var count = Streams.Draw.Count(this, shape, 1);
        if (count == 0) return empty(shape, ScalarType.Int64, p?.device ?? Device);
        if (n <= 0) throw new ArgumentException($"There is nothing to choose from: n is {n}.", nameof(n));
        if (!replace && count > n) throw new ArgumentException($"{count} choices without replacement need as many to choose from, but there are {n}.", nameof(shape));
        if (p is not null && !p.shape.AsSpan().SequenceEqual([n]))
            throw new ArgumentException($"The probabilities must have the shape [{n}], but have [{Streams.Draw.Text(p.shape)}].", nameof(p));

        using var scope = NewDisposeScope();
        return scope.MoveToOuter((p, replace) switch
        {
            (null, true) => RandInt(shape, 0, n).type(ScalarType.Int64),
            (null, false) => Permutation(n).narrow(0, 0, count).reshape(shape.ToArray()),
            (_, true) => On(p.device).BySearching(p, shape),
            (_, false) => Largest(On(p.device).Gumbel([n]) + p.log(), count).reshape(shape.ToArray()),
        });
    }

    /// <summary>A random choice of the slices of a tensor along an axis, as <c>jax.random.choice(key, a, shape, replace, p, axis)</c>.</summary>
    /// <param name="a">The tensor, of one axis at least.</param>
    /// <param name="shape">The shape of the choice, which takes the place of the axis; empty for a single slice.</param>
    /// <param name="replace">Whether a slice can come again.</param>
    /// <param name="p">The probability of each; if it isn't given, all are equally probable.</param>
    /// <param name="axis">The axis; negative ones count from the last.</param>
    /// <returns>A tensor of the type of <paramref name="a"/>.</returns>
    /// <exception cref="ArgumentException">There is nothing to choose from, or not enough without replacement, or the probabilities are of another shape.</exception>
    public Tensor Choice(Tensor a, ReadOnlySpan<long> shape, bool replace = true, Tensor? p = null, int axis = 0)
    {
        using var scope = NewDisposeScope();
        var index = axis < 0 ? axis + (int)a.dim() : axis;
        var chosen = On(a.device).Choice(checked((int)a.shape[index]), shape, replace, p);
        return scope.MoveToOuter(a.index_select(index, chosen.reshape(-1)).reshape([.. a.shape[..index], .. shape, .. a.shape[(index + 1)..]]));
    }

    private Tensor BySearching(Tensor p, ReadOnlySpan<long> shape)
    {
        var sums = p.cumsum(0);
        return searchsorted(sums, sums[-1] * (1 - Uniform(shape)));
    }

    private static Tensor Largest(Tensor scores, long count)
    {
        var (_, indices) = scores.topk((int)count);
        return indices;
    }
}
