using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Adds up what a tree's leaves take, each once.</summary>
internal sealed class ByteCounter : TreeVisitor
{
    private readonly ReferenceMap<object?> _seen = new();
    private readonly Func<Tensor, long> _bytesOf;
    private long _sum;

    private ByteCounter(Func<Tensor, long> bytesOf) => _bytesOf = bytesOf;

    /// <summary>The sum over all leaves.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="bytesOf">What a leaf takes.</param>
    public static long Of<T>(T tree, Func<Tensor, long> bytesOf)
    {
        if (tree is Tensor leaf)
            return bytesOf(leaf);

        var counter = new ByteCounter(bytesOf);
        counter.Child("", tree);
        return counter._sum;
    }

    /// <inheritdoc/>
    public override void Child<T>(string name, T child)
    {
        if (child is null || !(typeof(T).IsValueType || _seen.TryAdd(child, null)))
            return;

        if (child is Tensor leaf)
            _sum += _bytesOf(leaf);
        else
            TreeNodes.Visit(child, this);
    }
}
