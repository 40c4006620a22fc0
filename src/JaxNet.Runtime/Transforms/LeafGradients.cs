using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Gradients of first order by leaves of autograd's graph.</summary>
/// <remarks>
/// What libtorch refuses in TorchSharp's <c>autograd.grad</c> ends the process, as that catches no C++ exception. TorchSharp's <c>backward</c>
/// does, and puts the gradients beside the leaves; Lite's <c>grad</c> does too, and is the shorter way.
/// </remarks>
internal static class LeafGradients
{
    private static readonly bool s_byBackward = !TorchLibrary.IsLite && HasProperty();

    /// <summary>The gradient of the roots' sum by each leaf; null, or a tensor without a handle, where none depends on it.</summary>
    /// <param name="roots">What is differentiated.</param>
    /// <param name="leaves">By what: variables without a history, which nobody else differentiates by meanwhile.</param>
    /// <param name="rootGradients">The gradients by the roots; null where these are single numbers.</param>
    /// <param name="retain">Whether the graph is needed once more.</param>
    public static IList<Tensor?> Of(IList<Tensor> roots, IList<Tensor> leaves, IList<Tensor>? rootGradients = null, bool retain = false)
    {
        if (!s_byBackward)
            return autograd.grad(roots, leaves, rootGradients, retain_graph: retain, allow_unused: true)!;

        var gradients = new Tensor?[leaves.Count];
        try
        {
            autograd.backward(roots, rootGradients, retain, create_graph: false, leaves);
            for (var i = 0; i < gradients.Length; i++)
                gradients[i] = Get(leaves[i]);
        }
        finally
        {
            // Else the next gradient by the same leaf would be added to this one.
            foreach (var leaf in leaves)
                Set(leaf, null);
        }

        return gradients;
    }

    private static bool HasProperty()
    {
        using var tensor = empty(0);
        try
        {
            Set(tensor, null);
            return true;
        }
        catch (MissingMethodException)
        {
            return false;
        }
    }

    // Of the property 'grad', which TorchSharp 0.106 has, and 0.102 had not.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_grad")]
    private static extern Tensor? Get(Tensor leaf);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_grad")]
    private static extern void Set(Tensor leaf, Tensor? gradient);
}
