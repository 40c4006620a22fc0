using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The parameters that a network asks for and nobody gives. While it is run through something stands in for each, as its path is known only afterwards.</summary>
/// <param name="network">The network's name.</param>
internal sealed class MissingParameters(string network)
{
    private readonly HashSet<Tensor> _standIns = new(ReferenceEqualityComparer.Instance);
    private string? _first;

    public T StandIn<T>(string template, string? name, T value)
    {
        _first ??= $"the parameter '{name ?? "parameter"}' of {template}";
        _standIns.UnionWith(Tree.LeavesArray(value));
        return value;
    }

    /// <summary>Whether an error of the run may come from what stands in for a parameter, zeros for example.</summary>
    public bool ExplainsFailure(Exception error) =>
        _first is not null && error is not (ParameterShapeException or MissingParameterException or MissingKeyException or MissingStateException);

    /// <summary>The error if the run can't be finished, and so the paths are unknown.</summary>
    public MissingParameterException Unplaced(Exception error) => MissingParameterException.NotProvided($"{_first} in {network}", error);

    /// <summary>Throws if something stands in for a parameter.</summary>
    public void Check(object? parameters)
    {
        var missing = TreePaths.Of(parameters).Where(leaf => _standIns.Contains(leaf.Leaf)).Select(leaf => TreePaths.Readable(leaf.Path)).ToList();
        if (missing.Count > 0)
            throw MissingParameterException.NotProvided($"{(missing.Count == 1 ? "the parameter" : "the parameters")} {string.Join(", ", missing)} of {network}", null);
    }
}
