using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Rebuilds a tree with given leaves, one after the other.</summary>
internal sealed class TreeFiller(IReadOnlyList<Tensor> leaves) : SharingRebuilder
{
    /// <summary>How many of the leaves have found their place.</summary>
    public int Used { get; private set; }

    protected override Tensor Leaf(Tensor leaf) => Used < leaves.Count ? leaves[Used++] : throw new TooFewLeavesException();

    /// <summary>Ends the walk; the caller, who knows the whole tree, says what is wrong.</summary>
    internal sealed class TooFewLeavesException : Exception;
}
