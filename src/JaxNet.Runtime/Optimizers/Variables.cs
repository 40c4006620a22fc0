using static TorchSharp.torch;

namespace JaxNet;

/// <summary>What stands for parameters while gradients are taken: see <see cref="Differentiation.Variables"/>.</summary>
internal sealed class Variables<TParams>
{
    public Variables(TParams parameters, Tensor[] leaves)
    {
        All = Differentiation.Variables(leaves);
        Tree = JaxNet.Tree.Unflatten(parameters, All);
        _leaves = leaves;
    }

    private readonly Tensor[] _leaves;

    /// <summary>One for each leaf; a leaf that has no gradient stands for itself.</summary>
    public Tensor[] All { get; }

    /// <summary>The parameters, of variables.</summary>
    public TParams Tree { get; }

    /// <summary>Takes them out of the scope of the step that they were made in.</summary>
    public Variables<TParams> Lasting()
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (!ReferenceEquals(All[i], _leaves[i]))
                All[i].DetachFromDisposeScope();
        }

        return this;
    }
}
