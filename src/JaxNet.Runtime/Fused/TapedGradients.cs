using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Gradients through autograd's record and a tape. From the last entry of the tape to the first: autograd gives the gradients by all that
/// came before, the entry turns those by its outputs into those by its inputs, and from there autograd goes on.
/// </summary>
internal sealed class TapedGradients
{
    private readonly Dictionary<Tensor, Tensor?> _totals = new(ReferenceEqualityComparer.Instance);
    private readonly List<Tensor> _targets;
    private readonly List<TapeEntry> _entries;

    private TapedGradients(Tensor[] variables, List<TapeEntry> entries)
    {
        _targets = [.. variables, .. entries.SelectMany(entry => entry.Outputs)];
        _entries = entries;
        foreach (var target in _targets)
            _totals.Add(target, null);
    }

    /// <summary>The gradient of a value by each variable; null where it doesn't depend on it.</summary>
    public static Tensor?[] Of(Tensor value, Tensor[] variables, List<TapeEntry> entries)
    {
        var gradients = new TapedGradients(variables, entries);
        gradients.Differentiate([value], []);
        for (var i = entries.Count - 1; i >= 0; i--)
            gradients.Pass(entries[i]);

        return Array.ConvertAll(variables, variable => gradients._totals[variable]);
    }

    private void Pass(TapeEntry entry)
    {
        var byOutputs = Array.ConvertAll(entry.Outputs, output => _totals[output]);
        _targets.RemoveRange(_targets.Count - byOutputs.Length, byOutputs.Length);
        if (Array.TrueForAll(byOutputs, gradient => gradient is null))
            return;

        entry.CheckInputs();
        Tensor?[] byInputs;
        using (no_grad())
            byInputs = entry.Gradient(entry, byOutputs);

        var (roots, rootGradients) = (new List<Tensor>(), new List<Tensor>());
        for (var i = 0; i < byInputs.Length; i++)
        {
            if (byInputs[i] is not { } gradient || !entry.Inputs[i].requires_grad)
                continue;

            if (_totals.ContainsKey(entry.Inputs[i]))
            {
                Add(entry.Inputs[i], gradient);
            }
            else
            {
                roots.Add(entry.Inputs[i]);
                rootGradients.Add(gradient);
            }
        }

        if (roots.Count > 0)
            Differentiate(roots, rootGradients);
    }

    // The record is kept: what two entries have in common is passed by both. It ends with the tensors of the step.
    private void Differentiate(List<Tensor> roots, List<Tensor> rootGradients)
    {
        var found = LeafGradients.Of(roots, _targets, rootGradients.Count == 0 ? null : rootGradients, retain: _entries.Count > 0);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { IsInvalid: false } gradient)
                Add(_targets[i], gradient);
        }
    }

    private void Add(Tensor target, Tensor gradient)
    {
        using var unrecorded = no_grad();
        _totals[target] = _totals[target] is { } sum ? sum.Plus(gradient) : gradient;
    }
}
