namespace JaxNet;

/// <summary>Is shown the children of a tree, one after the other.</summary>
public abstract class TreeVisitor
{
    /// <summary>Is called for each child.</summary>
    /// <typeparam name="T">The child's type: a tensor or a tree of tensors.</typeparam>
    /// <param name="name">The child's name, as it stands in paths: lower case.</param>
    /// <param name="child">The child; null where an optional one is absent.</param>
    public abstract void Child<T>(string name, T child);
}
