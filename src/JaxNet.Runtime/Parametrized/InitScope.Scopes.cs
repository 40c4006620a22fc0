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
    /// because only the innermost scope can be given something. What else was made on the way is the body's, which may use it.
    /// </summary>
    private void LetSurvive(IReadOnlyList<Tensor> parameters, DisposeScope drawing)
    {
        var drawn = parameters.Where(drawing.Contains).ToList();
        drawing.MoveToOuter((IEnumerable<IDisposable>)[.. drawing.DisposablesView]);
        foreach (var parameter in drawn)
        {
            if (!_temporaries.Contains(parameter))
                parameter.DetachFromDisposeScope();
        }
    }
}
