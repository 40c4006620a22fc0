using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// The states that were met so far while a network is applied. A module that stands in several places has one: it is known again by its old leaves, which are
/// the same in all of them, and where there are none yet by the module, or by its parameters.
/// </summary>
/// <param name="parameters">The network's parameters; null if modules are all that is needed, as at Init.</param>
internal sealed class KnownStates(object? parameters)
{
    private readonly Dictionary<Tensor, IStateVariable> _byLeaf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, StateNode> _byModule = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Params, StateNode> _byParameters = new(ReferenceEqualityComparer.Instance);

    // Places of which the parameters matter only once a place is met that had no state.
    private readonly List<StateNode> _withOld = [];

    /// <summary>How often anybody has asked for a variable, by which one tells whether a module keeps state.</summary>
    public int Requests { get; private set; }

    public void CountRequest() => Requests++;

    /// <summary>The variable that had these leaves.</summary>
    public IStateVariable? Find(Tensor leaf) => _byLeaf.GetValueOrDefault(leaf);

    public void Add(Tensor leaf, IStateVariable variable) => _byLeaf[leaf] = variable;

    /// <summary>Says which module a place is one of.</summary>
    public void Add(Module module, StateNode place)
    {
        if (!_byModule.TryAdd(module, place))
            place.ShareWith(_byModule[module]);
    }

    /// <summary>Makes a place another one of a module, if that was met before.</summary>
    public void ShareWithOthers(Module module, StateNode place)
    {
        if (_byModule.TryGetValue(module, out var met))
            place.ShareWith(met);
    }

    /// <summary>Takes note of a place.</summary>
    public void Add(StateNode place)
    {
        if (parameters is null)
            return;

        _withOld.Add(place);
        if (place.HasOld)
            return;

        foreach (var met in _withOld)
        {
            if (ParametersAt(met.Path) is Params own && Tree.LeavesArray(own).Length > 0 && !_byParameters.TryAdd(own, met))
                met.ShareWith(_byParameters[own]);
        }

        _withOld.Clear();
    }

    // A module's state has the path of its parameters.
    private object? ParametersAt(string path)
    {
        var node = parameters;
        foreach (var name in path.Split('.'))
        {
            while (node is IModelParams around)
                node = around.Model;

            node = TreePaths.NodeAt(node, name);
        }

        return node;
    }
}
