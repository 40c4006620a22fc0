using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Finds what a file has for each leaf of a tree, and all that doesn't fit.</summary>
internal sealed class CheckpointFit
{
    private readonly List<string> _missing = [];
    private readonly List<string> _unexpected = [];
    private readonly List<string> _unfit = [];
    private readonly Dictionary<string, CheckpointTensor> _stored = [];
    private readonly List<(Tensor Like, CheckpointTensor? Stored)> _leaves = [];

    public CheckpointFit(string file, CheckpointInfo info, TreePlaces places, bool partial, Func<string, string?>? rename)
    {
        var used = new HashSet<CheckpointTensor>();
        var leftOut = Name(info, rename);
        foreach (var (leaf, paths) in places.Leaves)
        {
            var stored = Find(leaf, paths);
            _leaves.Add((leaf, stored));
            foreach (var path in paths)
            {
                if (_stored.TryGetValue(path, out var found))
                    used.Add(found);
            }
        }

        foreach (var tensor in info.Tensors)
        {
            if (!used.Contains(tensor) && !leftOut.Contains(tensor))
                _unexpected.Add($"unexpected: {NameIn(tensor)}, {tensor.Text}, is not in the tree");
        }

        List<string> problems = partial ? _unfit : [.. _missing, .. _unexpected, .. _unfit];
        if (problems.Count > 0)
        {
            var advice = _missing.Count + _unexpected.Count == 0 || partial ? "" : " (partial: true takes what there is, and rename: gives names in the file those of the tree)";
            throw new CheckpointException(file, $"it doesn't fit the tree that it was to be loaded as{advice}:", problems);
        }
    }

    /// <summary>The tree's leaves, each with what the file has for it; null for what it lacks.</summary>
    public IReadOnlyList<(Tensor Like, CheckpointTensor? Stored)> Leaves => _leaves;

    /// <summary>Puts the stored tensors under all of the names that they have in the tree.</summary>
    /// <returns>Those that are to be left out.</returns>
    private HashSet<CheckpointTensor> Name(CheckpointInfo info, Func<string, string?>? rename)
    {
        var byName = info.Tensors.ToDictionary(tensor => tensor.Name);
        var (kept, dropped) = (new HashSet<CheckpointTensor>(), new HashSet<CheckpointTensor>());
        foreach (var (name, tensor) in info.Tensors.Select(tensor => (tensor.Name, tensor))
            .Concat(info.Shared.Select(shared => (shared.Key, byName[shared.Value]))))
        {
            var renamed = rename is null ? name : rename(name);
            (renamed is null ? dropped : kept).Add(tensor);
            if (renamed is not null && !_stored.TryAdd(renamed, tensor) && _stored[renamed] != tensor)
                _unfit.Add($"ambiguous: {SafeText.Of(_stored[renamed].Name)} and {SafeText.Of(tensor.Name)} are both renamed to {SafeText.Of(renamed)}");
        }

        dropped.ExceptWith(kept);
        return dropped;
    }

    private CheckpointTensor? Find(Tensor leaf, List<string> paths)
    {
        var path = TreePaths.Readable(paths[0]);
        CheckpointTensor? stored = null;
        foreach (var place in paths)
        {
            if (!_stored.TryGetValue(place, out var found) || found == stored)
                continue;

            if (stored is null)
            {
                stored = found;
                path = TreePaths.Readable(place);
                continue;
            }

            _unfit.Add($"shared: {path} and {place} are one tensor in the tree, but two in the file, {NameIn(stored)} and {NameIn(found)}");
            return stored;
        }

        if (stored is null)
        {
            _missing.Add($"missing: {path}, {Tree.TextOf(leaf)}, is not in the file");
            return null;
        }

        if (!stored.Sizes.SequenceEqual(leaf.shape))
            _unfit.Add($"another shape: {path} is {Tree.TextOf(leaf)} in the tree, but {stored.Text} in the file{Origin(path, stored)}");
        else if (stored.Format.Type != leaf.dtype)
            _unfit.Add($"another type: {path} is {Tree.TextOf(leaf)} in the tree, but {stored.Text} in the file{Origin(path, stored)}");

        return stored;
    }

    private static string NameIn(CheckpointTensor stored) => SafeText.Of(TreePaths.Readable(stored.Name));

    private static string Origin(string path, CheckpointTensor stored) =>
        TreePaths.Readable(stored.Name) == path ? "" : $", where it is {NameIn(stored)}";
}
