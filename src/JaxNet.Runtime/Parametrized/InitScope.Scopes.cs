using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

// A body may open dispose scopes of its own: its parameters must outlive them.
public sealed partial class InitScope
{
    /// <summary>Owns what the run makes, until its results are taken out.</summary>
    private readonly DisposeScope _temporaries;

    /// <summary>
    /// Hands on what was drawn to the scope around. Where that is one of the body's, the parameters are taken out: they are nobody's then,
    /// because only the innermost scope can be given something. What else was made on the way is the body's, which may use it. A tensor that was
    /// there before, such as an input, stays its owner's: the parameter is another one on the same numbers. So it is where a body asks for gradients, and the
    /// value was computed from what these are with respect to: a parameter has no history, as in Apply.
    /// </summary>
    private T LetSurvive<T>(T parameter, DisposeScope drawing)
    {
        if (!Tree.LeavesArray(parameter).All(IsOnlyAParameter))
            parameter = Tree.WithOthersReplaced(IsOnlyAParameter, parameter, leaf => leaf.detach());

        var drawn = Tree.LeavesArray(parameter).Where(drawing.Contains).ToList();
        drawing.MoveToOuter((IEnumerable<IDisposable>)[.. drawing.DisposablesView]);
        foreach (var leaf in drawn)
        {
            if (!_temporaries.Contains(leaf))
                leaf.DetachFromDisposeScope();
        }

        return parameter;

        bool IsOnlyAParameter(Tensor leaf) => drawing.Contains(leaf) && !leaf.requires_grad;
    }
}
