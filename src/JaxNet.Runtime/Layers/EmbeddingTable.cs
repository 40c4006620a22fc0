using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The table of <see cref="Layers.Embedding(Tensor, long, long, Initializer)"/>.</summary>
internal static class EmbeddingTable
{
    /// <summary>The rows of a table, one for each index.</summary>
    /// <param name="table">Shape [count, ...].</param>
    /// <param name="indices">Any shape [...].</param>
    /// <returns>Shape [the number of indices, ...].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative, or not less than count.</exception>
    public static Tensor RowsAt(this Tensor table, Tensor indices)
    {
        // The indices are looked at only where it has gone wrong: to do so each time would take as long as the lookup itself.
        try
        {
            return table.index_select(0, indices.reshape(-1));
        }
        catch (ExternalException) when (!BatchAxis.IsHidden && WrongIndexOf(indices, table.size(0)) is { } wrong)
        {
            throw new ArgumentOutOfRangeException(
                nameof(indices), wrong, $"Embedding has rows for the indices 0 to {table.size(0) - 1}, but the inputs have an index {wrong}. Give it a larger count, or indices below {table.size(0)}.");
        }
    }

    private static long? WrongIndexOf(Tensor indices, long count)
    {
        if (indices.numel() == 0)
            return null;

        var (least, largest) = indices.@long().aminmax();
        return least.item<long>() is < 0 and var negative ? negative : largest.item<long>() is var last && last >= count ? last : null;
    }
}
