using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>What of a tree goes where in a file. Whatever can't be stored is found out here, before there is a file.</summary>
internal sealed class CheckpointLayout
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _header;
    private readonly List<Tensor> _leaves = [];

    public CheckpointLayout(string file, object? tree, IReadOnlyDictionary<string, string> metadata)
    {
        var places = TreePlaces.Of(tree);
        Check(file, places, metadata);

        // Large elements first, so that each tensor is aligned to the size of its elements without holes between them.
        var tensors = new List<CheckpointTensor>();
        long end = 0;
        foreach (var (leaf, paths) in places.Leaves.OrderByDescending(place => place.Leaf.element_size()))
        {
            var start = end;
            end += MemoryBudget.BytesOf(leaf);
            tensors.Add(new CheckpointTensor(paths[0], ElementFormat.Of(leaf.dtype)!, leaf.shape, start, end));
            _leaves.Add(leaf);
        }

        _header = HeaderWriter.Write(tensors, [.. metadata, .. OwnMetadata(places)]);
        if (_header.Length - HeaderReader.LengthBytes > HeaderReader.LongestHeader)
        {
            throw new CheckpointException(file, string.Create(CultureInfo.InvariantCulture,
                $"the header would have {_header.Length} bytes, but the format allows no more than {HeaderReader.LongestHeader}. Store less metadata, or several trees."));
        }
    }

    public void Write(Stream stream)
    {
        stream.Write(_header);
        foreach (var leaf in _leaves)
            TensorBytes.Write(stream, leaf);
    }

    private static void Check(string file, TreePlaces places, IReadOnlyDictionary<string, string> metadata)
    {
        var problems = new List<string>();
        var taken = new HashSet<string>();
        foreach (var (leaf, paths) in places.Leaves)
        {
            foreach (var path in paths)
            {
                if (!taken.Add(path))
                    problems.Add($"there are two tensors at {SafeText.Of(TreePaths.Readable(path))}; keys of dictionaries that contain dots can bring that about");
                if (path == HeaderWriter.MetadataName)
                    problems.Add($"a tensor can't be named {path}: the format keeps its metadata there");
                if (!IsUtf8(path))
                    problems.Add($"the path {SafeText.Of(path)} is not valid Unicode");
            }

            if (ElementFormat.Of(leaf.dtype) is null)
                problems.Add($"{SafeText.Of(TreePaths.Readable(paths[0]))} is {Tree.TextOf(leaf)}, but the format has no such elements; store its real and imaginary parts, for example, by view_as_real");
        }

        foreach (var (name, text) in metadata)
        {
            if (name.StartsWith(HeaderWriter.ReservedPrefix, StringComparison.Ordinal))
                problems.Add($"the metadata can't have the name {SafeText.Of(name)}: those that start with {HeaderWriter.ReservedPrefix} are JaxNet's own");
            if (!IsUtf8(name) || !IsUtf8(text))
                problems.Add($"the metadata {SafeText.Of(name)} is not valid Unicode");
        }

        if (problems.Count > 0)
            throw new CheckpointException(file, "the tree can't be stored:", problems);
    }

    private static Dictionary<string, string> OwnMetadata(TreePlaces places)
    {
        var own = new Dictionary<string, string> { [StructureText.Key] = StructureText.Write(places.Nodes) };
        var shared = places.Leaves.SelectMany(place => place.Paths.Skip(1).Select(alias => (alias, place.Paths[0]))).ToList();
        if (shared.Count > 0)
            own.Add(SharedNames.Key, SharedNames.Write(shared));

        return own;
    }

    private static bool IsUtf8(string text)
    {
        try
        {
            StrictUtf8.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
