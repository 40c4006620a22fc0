using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The running state of one module while a network is applied: the old values, and the variables and submodules met so far.</summary>
internal sealed class StateNode
{
    private readonly RunningState? _old;

    // Variables and nodes, by name. A submodule without state leaves an empty node.
    private readonly OrderedDictionary<string, object> _met = [];

    private readonly KnownStates _known;
    private readonly Device _device;
    private readonly StateNode? _parent;
    private StateNode? _shared;

    private StateNode(string path, RunningState? old, KnownStates known, Device device, StateNode? parent) =>
        (Path, _old, _known, _device, _parent) = (path, old, known, device, parent);

    /// <summary>The state of a whole network.</summary>
    /// <param name="old">What it was after the last application; null if there has been none.</param>
    /// <param name="device">Where the network computes, and initial values go.</param>
    /// <param name="parameters">The network's parameters, by which modules that stand in several places are known.</param>
    public static StateNode Of(RunningState? old, Device device, object? parameters = null) => new("", old, new(parameters), device, parent: null);

    /// <summary>Where it is in the network's state.</summary>
    public string Path { get; }

    /// <summary>Whether there is anything here from the last application.</summary>
    public bool HasOld => _old is { Entries.IsEmpty: false };

    private bool IsEmpty => _shared?.IsEmpty ?? _met.Values.All(met => met is StateNode { IsEmpty: true });

    /// <summary>The node of a submodule.</summary>
    public StateNode Child(string name)
    {
        if (_shared is not null)
            return _shared.Child(name);

        if (_met.TryGetValue(name, out var met))
            return (StateNode)met;

        var child = new StateNode(PathOf(name), _old?.Find(name)?.Untyped as RunningState, _known, _device, parent: this);
        _met.Add(name, child);
        _known.Add(child);
        return child;
    }

    /// <summary>A variable, with the value that it had last time, or the initial one.</summary>
    public StateVariable<T> Variable<T>(string name, T initial)
        where T : notnull
    {
        if (_shared is not null)
            return _shared.Variable(name, initial);

        _known.CountRequest();
        if (_met.TryGetValue(name, out var met))
            return (StateVariable<T>)met;

        var variable = Last(name, initial);
        _met.Add(name, variable);
        return variable;
    }

    /// <summary>Makes this a place of a module, which may have been met elsewhere.</summary>
    /// <returns>The node itself.</returns>
    public StateNode PlaceOf(Module module)
    {
        _known.Add(module, this);
        return this;
    }

    /// <summary>Makes this place another one of a module, if that was met elsewhere.</summary>
    public void ShareWithOthers(Module module) => _known.ShareWithOthers(module, this);

    /// <summary>How often anybody has asked for a variable so far, anywhere in the network.</summary>
    public int Requests => _known.Requests;

    /// <summary>Makes this place another one of a module that was met elsewhere, unless it has a state of its own.</summary>
    public void ShareWith(StateNode other)
    {
        var shared = other._shared ?? other;
        if (!HasOld && IsEmpty && !shared.IsEmpty && !IsIn(shared))
            _shared = shared;
    }

    // A module never is inside of itself: what is there is its caller's, from a function that the caller has given it.
    private bool IsIn(StateNode other)
    {
        var node = this;
        while (node is not null && node != other)
            node = node._parent;

        return node is not null;
    }

    /// <summary>Copies what variables were set to or start with: it may be a parameter itself, whose memory a step gives to the next one.</summary>
    public void CopyValues()
    {
        foreach (var met in _met.Values)
        {
            if (met is StateNode child)
                child.CopyValues();
            else
                ((IStateVariable)met).CopyValue();
        }
    }

    /// <summary>The state that comes out.</summary>
    /// <param name="first">Whether values are those from before the application, as after Init.</param>
    public RunningState Build(bool first = false)
    {
        if (_shared is not null)
            return _shared.Build(first);

        // What wasn't met this time, in a branch not taken, stays.
        var entries = (_old?.Entries ?? []).ToBuilder();
        foreach (var (name, met) in _met)
        {
            if (met is StateNode { IsEmpty: true })
                continue;

            var entry = met is StateNode child ? new StateEntry<RunningState>(name, child.Build(first)) : ((IStateVariable)met).ToEntry(name, first);
            if (_old?.Find(name) is { } last)
                entries.Replace(last, entry);
            else
                entries.Add(entry);
        }

        return (_old ?? new()).With(entries.DrainToImmutable());
    }

    private string PathOf(string name) => TreePaths.Join(Path, name);

    private StateVariable<T> Last<T>(string name, T initial)
        where T : notnull
    {
        if (_old?.Find(name) is not { } entry)
            return new(PathOf(name), StateVariable<T>.Own(InputDevice.Placed(initial, _device)), isNew: true);

        if (entry.Untyped is not T value)
        {
            throw new ArgumentException(
                $"The running state '{PathOf(name)}' is a {TreeNodes.NameOf(entry.Untyped.GetType())}, but the network keeps a {TreeNodes.NameOf(typeof(T))} there. " +
                "Give the state that InitWithState or Apply returned for this network.");
        }

        var leaf = Tree.LeavesArray(value).FirstOrDefault();
        if (leaf is not null && _known.Find(leaf) is StateVariable<T> same)
            return same;

        StateShapes.Check(PathOf(name), value, initial, "differs from what the network starts it with");
        var variable = new StateVariable<T>(PathOf(name), value, isNew: false);
        if (leaf is not null)
            _known.Add(leaf, variable);

        return variable;
    }
}
