using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Rebuilds a tree with what a function makes of its leaves. Nobody disposes that, so that it is counted.</summary>
internal sealed class TreeMapper(Func<Tensor, Tensor> function) : SharingRebuilder
{
    protected override Tensor Leaf(Tensor leaf)
    {
        var result = function(leaf);
        if (!ReferenceEquals(result, leaf) && result is { IsInvalid: false })
            MemoryBudget.Count(MemoryBudget.BytesOf(result));

        return result;
    }
}
