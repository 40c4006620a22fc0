namespace JaxNet;

/// <summary>
/// A structure of tensors that knows its children. Parameter records implement it in generated code; tree functions
/// (<see cref="Tree"/>) work on it without reflection.
/// </summary>
public interface ITree
{
    /// <summary>Shows each child, under its name, to <paramref name="visitor"/>, in a fixed order.</summary>
    /// <param name="visitor">Whom to show them to.</param>
    void Visit(TreeVisitor visitor);

    /// <summary>Makes the same structure with other children.</summary>
    /// <param name="rebuilder">Gives the new child for each old one, in the order of <see cref="Visit"/>.</param>
    /// <returns>A new tree of the same type.</returns>
    ITree Rebuild(TreeRebuilder rebuilder);
}
