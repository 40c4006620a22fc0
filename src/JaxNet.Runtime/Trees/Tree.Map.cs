using static TorchSharp.torch;

namespace JaxNet;

public static partial class Tree
{
    /// <summary>Applies a function to each leaf.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <param name="function">The function; it is called once for a leaf that is shared.</param>
    /// <returns>A new tree of the results; what was shared is shared again.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static T Map<T>(T tree, Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        MemoryBudget.CollectIfDue();
        try
        {
            return new TreeMapper(function).Child(tree);
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    /// <summary>Applies a function to each pair of leaves that stand in the same place of two trees.</summary>
    /// <typeparam name="T">The trees' type.</typeparam>
    /// <param name="first">The tree whose structure and sharing the result has.</param>
    /// <param name="second">A tree of the same structure. What <paramref name="first"/> shares it has to share too.</param>
    /// <param name="function">The function; it is called once for a leaf that is shared in <paramref name="first"/>.</param>
    /// <returns>A new tree of the results.</returns>
    /// <exception cref="ArgumentException">The structures differ; the message says where.</exception>
    /// <exception cref="NotSupportedException">Something in the trees is neither a tensor nor a tree.</exception>
    public static T Map<T>(T first, T second, Func<Tensor, Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        MemoryBudget.CollectIfDue();

        try
        {
            // By place, as some leaves, such as a step count, are made anew at each visit.
            return Unflatten(first, [.. Zip(first, second).Select(pair => function(pair.First, pair.Second))]);
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    /// <summary>The leaves that stand in the same place of two trees, of any two types that have the same structure.</summary>
    /// <typeparam name="T1">The first tree's type.</typeparam>
    /// <typeparam name="T2">The second tree's type.</typeparam>
    /// <param name="first">The tree whose order and sharing the result has.</param>
    /// <param name="second">A tree of the same structure. What <paramref name="first"/> shares it has to share too.</param>
    /// <returns>A pair for each of <see cref="Leaves"/> of <paramref name="first"/>.</returns>
    /// <exception cref="ArgumentException">The structures differ; the message says where.</exception>
    /// <exception cref="NotSupportedException">Something in the trees is neither a tensor nor a tree.</exception>
    public static IReadOnlyList<(Tensor First, Tensor Second)> Zip<T1, T2>(T1 first, T2 second)
    {
        var pairing = new TreePairing().Pair(first, second);
        return pairing.Difference is null
            ? [.. pairing.Pairs.DistinctBy(pair => pair.First, ReferenceEqualityComparer.Instance)]
            : throw new ArgumentException($"The trees differ in structure. {pairing.Difference}", nameof(second));
    }
}
