using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// The parameters that are given to be used again. Those of modules are there before a network is run through; those for paths are put in their
/// place afterwards, when there are paths. Where several give the same parameter the later one counts, whatever its kind.
/// </summary>
internal sealed class ProvidedParameters
{
    private readonly List<(int Order, string Path, object Parameters)> _places = [];
    private readonly List<Module> _modules = [];

    // With each given module those inside of it; and the modules that the network has asked for.
    private readonly List<(Module Module, object Parameters, HashSet<Module> Contained)> _entries = [];
    private readonly HashSet<Module> _used = [];

    // Which entry a leaf comes from.
    private readonly Dictionary<Tensor, int> _order = new(ReferenceEqualityComparer.Instance);

    public ProvidedParameters(IReadOnlyList<Reuse> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Module is { } module)
                Add(i, module, entries[i].Parameters);
            else
                _places.Add((i, entries[i].Path ?? throw new ArgumentException("An entry to reuse is empty. Write (module, parameters)."), entries[i].Parameters));
        }
    }

    /// <summary>The given modules, and those inside of them.</summary>
    private SharedModules Modules { get; } = new();

    /// <summary>Whether parameters are given for paths.</summary>
    public bool HasPlaces => _places.Count > 0;

    /// <summary>The parameters that are given for a module of the network.</summary>
    public bool TryGet(Module module, [MaybeNullWhen(false)] out object parameters)
    {
        if (!Modules.TryGet(module, out parameters))
            return false;

        _used.Add(module);
        return true;
    }

    /// <summary>Throws if a module's parameters were given in vain: its network would begin with others, and nobody would know.</summary>
    public void CheckUse(string network, object? parameters)
    {
        // A module that a later entry's contains is used as a part of that one.
        var reached = _entries.Where(entry => entry.Contained.Overlaps(_used)).SelectMany(entry => entry.Contained).ToHashSet();
        foreach (var entry in _entries)
        {
            if (!entry.Contained.Overlaps(reached) && Tree.LeavesArray(entry.Parameters).Length > 0)
                throw Unused(network, parameters, entry.Module, entry.Parameters);
        }
    }

    /// <summary>The given parameters that a node is a part of.</summary>
    public object? RootOf(ITree node) => _modules
        .Select(module => Modules.TryGet(module, out var parameters) ? parameters : null)
        .FirstOrDefault(parameters => TreePaths.Holds(parameters, node));

    /// <summary>Puts the parameters that are given for paths where they belong.</summary>
    public TParams PutInPlace<TParams>(TParams tree)
    {
        var replacements = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        var order = new Dictionary<Tensor, int>(_order, ReferenceEqualityComparer.Instance);
        foreach (var (entry, path, parameters) in _places)
        {
            foreach (var (old, given) in PairsAt(tree, path, parameters))
            {
                if (order.GetValueOrDefault(old, -1) > entry)
                    continue;

                replacements[old] = given;
                order[old] = entry;
            }
        }

        return Tree.Map<TParams>(tree, leaf => replacements.GetValueOrDefault(leaf, leaf));
    }

    private void Add(int order, Module module, object parameters)
    {
        module.CheckParameters(parameters);
        var found = new SharedModules();
        found.Add(module, parameters);
        Replace(found);
        foreach (var (inner, itsParameters) in found.All)
            Modules.Set(inner, itsParameters);

        _modules.Remove(module);
        _modules.Add(module);
        _entries.Add((module, parameters, [.. found.All.Select(inner => inner.Key)]));
        foreach (var leaf in Tree.LeavesArray(parameters))
            _order[leaf] = order;
    }

    private static ArgumentException Unused(string network, object? tree, Module module, object parameters)
    {
        var place = TreePaths.OfType(tree, parameters.GetType());
        return new(
            $"{network} contains neither {module.Name}, for which parameters were given to reuse, nor a module inside of it, and so would use none of them. A template without hyperparameters " +
            "is one module, but each call of one with hyperparameters makes a module of its own, and so does each new layer: give the very module that the network was made with, or the place, " +
            $"as in (\"{place ?? "a.path"}\", parameters). The parameters are: {string.Join(", ", Tree.Paths(tree).Select(TreePaths.Readable))}.");
    }

    /// <summary>Replaces what earlier entries gave for modules that stand inside of others.</summary>
    private void Replace(SharedModules later)
    {
        var replacements = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var (module, parameters) in later.All)
        {
            if (!Modules.TryGet(module, out var old) || ReferenceEquals(old, parameters))
                continue;

            foreach (var (leaf, given) in Tree.Zip(old, parameters))
                replacements[leaf] = given;
        }

        if (replacements.Count == 0)
            return;

        foreach (var (module, parameters) in Modules.All.ToArray())
            Modules.Set(module, Tree.Map(parameters, leaf => replacements.GetValueOrDefault(leaf, leaf)));
    }

    private static IReadOnlyList<(Tensor First, Tensor Second)> PairsAt(object? tree, string path, object parameters)
    {
        var node = TreePaths.NodeAt(tree, path) ?? throw new ArgumentException(
            $"There is nothing at the path '{path}', for which parameters were given to reuse. The parameters are: " +
            $"{string.Join(", ", Tree.Paths(tree).Select(TreePaths.Readable))}.");

        IReadOnlyList<(Tensor First, Tensor Second)> pairs;
        try
        {
            pairs = Tree.Zip(node, parameters);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"What was given to reuse for the path '{path}' doesn't fit what is there. {error.Message}", error);
        }

        var places = TreePaths.Of(node);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (!pairs[i].First.shape.AsSpan().SequenceEqual(pairs[i].Second.shape))
            {
                throw new ArgumentException(
                    $"The parameter {(places[i].Path.Length == 0 ? path : $"{path}.{places[i].Path}")} has the shape {Shapes.Describe(pairs[i].First.shape)} with these inputs and " +
                    $"hyperparameters, but the one given to reuse has {Shapes.Describe(pairs[i].Second.shape)}.");
            }
        }

        return pairs;
    }
}
