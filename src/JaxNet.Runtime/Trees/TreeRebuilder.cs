namespace JaxNet;

/// <summary>Gives the new child for each child of a tree that is being rebuilt.</summary>
public abstract class TreeRebuilder
{
    /// <summary>The child that stands where <paramref name="child"/> stood.</summary>
    /// <typeparam name="T">The child's type: a tensor or a tree of tensors.</typeparam>
    /// <param name="child">The old child; null where an optional one is absent.</param>
    /// <returns>The new child, of the same type.</returns>
    public abstract T Child<T>(T child);
}
