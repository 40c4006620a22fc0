using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Rebuilds a tree with what a function makes of its leaves.</summary>
internal sealed class TreeMapper(Func<Tensor, Tensor> function) : SharingRebuilder
{
    protected override Tensor Leaf(Tensor leaf) => function(leaf);
}
