namespace JaxNet;

/// <summary>
/// Explains what TorchSharp says of a tensor that was disposed, which is no more than that it has no handle. Exception filters ask for it, where
/// JaxNet is given tensors.
/// </summary>
internal static class DisposedTensor
{
    private const string EmptyHandle = "Tensor invalid -- empty handle.";

    private const string Explanation =
        " A tensor that is needed here (a parameter, a part of an optimizer's state, an input or a gradient) has been disposed, perhaps by a " +
        "dispose scope around Init or Update. Make it outside of NewDisposeScope(), or keep it with MoveToOuterDisposeScope(): " +
        "a whole tree with Tree.Map(tree, leaf => leaf.MoveToOuterDisposeScope()). What a template makes is disposed behind its body: a tensor that it " +
        "keeps in a field, a cache or a variable from outside stays with DetachFromDisposeScope().";

    /// <summary>Adds the explanation to an exception's message, if it is that of TorchSharp.</summary>
    /// <returns>False: an exception filter that lets it pass.</returns>
    public static bool Explain(Exception error)
    {
        if (error is InvalidOperationException { Message: EmptyHandle })
            ExceptionMessage.Append(error, Explanation);

        return false;
    }
}
