using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>Looks up a row of numbers for each index.</summary>
    /// <param name="indices">Any shape [...], int64 or int32, from 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">How many rows there are: the size of the vocabulary.</param>
    /// <param name="features">How many numbers a row has.</param>
    /// <param name="tableInit">Initializes the table, of shape [<paramref name="count"/>, <paramref name="features"/>]; normal with a standard deviation of 1 if null.</param>
    /// <returns>Shape [..., <paramref name="features"/>].</returns>
    /// <exception cref="ArgumentException">The indices aren't integers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative, or not less than <paramref name="count"/>.</exception>
    [Parametrized]
    public static partial Tensor Embedding(Tensor indices, long count, long features, Initializer? tableInit = null)
    {
        if (indices.dtype is not (ScalarType.Int64 or ScalarType.Int32))
            throw new ArgumentException($"Embedding takes indices of type int64 or int32, but got {Tree.TypeOf(indices)}. Convert them with .@long().");

        var table = Parameter([count, features], tableInit ?? Initializers.Normal(1), "table");
        return table.RowsAt(indices).reshape([.. indices.shape, features]);
    }
}
