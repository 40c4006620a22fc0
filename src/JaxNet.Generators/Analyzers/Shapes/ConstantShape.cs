using System.Collections.Immutable;

namespace JaxNet.Generators.Analyzers.Shapes;

/// <summary>A shape as far as the code alone tells it.</summary>
/// <param name="Sizes">The sizes; null is one that only the run tells.</param>
/// <param name="IsOfParameter">Whether a parameter's shape is in it.</param>
internal sealed record ConstantShape(ImmutableArray<long?> Sizes, bool IsOfParameter)
{
    public int Rank => Sizes.Length;

    /// <summary>The size of a dimension; negative ones count from the last.</summary>
    public long? this[int dimension] => Sizes[dimension < 0 ? Rank + dimension : dimension];

    public override string ToString() => $"[{string.Join(", ", Sizes.Select(size => size?.ToString() ?? "?"))}]";

    /// <summary>The shape of an elementwise operation's result; null if the two don't fit.</summary>
    public static ConstantShape? Broadcast(ConstantShape left, ConstantShape right)
    {
        var sizes = new long?[Math.Max(left.Rank, right.Rank)];
        for (var i = 1; i <= sizes.Length; i++)
        {
            var (a, b) = (i <= left.Rank ? left[-i] : 1, i <= right.Rank ? right[-i] : 1);
            if (a > 1 && b > 1 && a != b)
                return null;

            // 'a' or 'b' may turn out to be 1.
            sizes[sizes.Length - i] = a == 1 ? b : b == 1 ? a : a ?? b;
        }

        return new([.. sizes], left.IsOfParameter || right.IsOfParameter);
    }

    /// <summary>The shape of a matrix product; null if the two don't fit.</summary>
    public static ConstantShape? Product(ConstantShape left, ConstantShape right)
    {
        if (left.Rank == 0 || right.Rank == 0)
            return null;

        var (inner, outer) = (left[-1], right[right.Rank == 1 ? 0 : -2]);
        if (inner is { } a && outer is { } b && a != b)
            return null;

        // The matrices of a batch are broadcast.
        if (Broadcast(Batch(left), Batch(right)) is not { } batch)
            return null;

        var sizes = batch.Sizes;
        if (left.Rank > 1)
            sizes = sizes.Add(left[-2]);

        if (right.Rank > 1)
            sizes = sizes.Add(right[-1]);

        return new(sizes, left.IsOfParameter || right.IsOfParameter);
    }

    private static ConstantShape Batch(ConstantShape shape) => shape with { Sizes = [.. shape.Sizes.Take(Math.Max(0, shape.Rank - 2))] };
}
