using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random categories, given the logarithms of their probabilities, as <c>jax.random.categorical(key, logits, axis)</c>.</summary>
    /// <param name="logits">A float32 tensor; along the axis, the logarithms of numbers that are proportional to the probabilities.</param>
    /// <param name="axis">The axis of categories; negative ones count from the last.</param>
    /// <returns>An int64 tensor of the shape of the logits without that axis.</returns>
    public Tensor Categorical(Tensor logits, int axis = -1) => Categorical(logits, Without(logits, axis), axis);

    /// <summary>Random categories, many for each vector of logits, as <c>jax.random.categorical(key, logits, axis, shape, replace)</c>.</summary>
    /// <param name="logits">A float32 tensor; along the axis, the logarithms of numbers that are proportional to the probabilities.</param>
    /// <param name="shape">The shape of the result. It ends with the shape of the logits without the axis.</param>
    /// <param name="axis">The axis of categories; negative ones count from the last.</param>
    /// <param name="replace">Whether a category can come again, in the draws from one vector of logits.</param>
    /// <returns>An int64 tensor.</returns>
    /// <exception cref="ArgumentException">The shape doesn't end as it should, or there are fewer categories than are to be drawn without replacement.</exception>
    public Tensor Categorical(Tensor logits, ReadOnlySpan<long> shape, int axis = -1, bool replace = true)
    {
        using var scope = NewDisposeScope();
        var batch = Without(logits, axis);
        if (!shape.EndsWith(batch))
            throw new ArgumentException($"The shape must end with [{Streams.Draw.Text(batch)}], that of the logits without the axis {axis}, but it is [{Streams.Draw.Text(shape)}].", nameof(shape));
        var prefix = shape[..^batch.Length];
        var fromLast = axis < 0 ? axis : axis - (int)logits.dim();
        if (replace) return scope.MoveToOuter((On(logits.device).Gumbel([.. prefix, .. logits.shape]) + logits).argmax(fromLast));

        var count = 1L;
        foreach (var size in prefix) count *= size;
        if (count > logits.shape[logits.dim() + fromLast])
            throw new ArgumentException($"{count} draws without replacement need as many categories, but there are {logits.shape[logits.dim() + fromLast]}.", nameof(shape));
        var (_, indices) = (On(logits.device).Gumbel(logits.shape) + logits).topk((int)count, fromLast);
        return scope.MoveToOuter(indices.movedim([fromLast], [0]).reshape(shape.ToArray()));
    }

    private static long[] Without(Tensor logits, int axis)
    {
        var rank = (int)logits.dim();
        if (axis < -rank || axis >= rank)
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"Logits of the shape [{Streams.Draw.Text(logits.shape)}] have no such axis.");
        var dropped = axis < 0 ? axis + rank : axis;
        return [.. logits.shape[..dropped], .. logits.shape[(dropped + 1)..]];
    }
}
