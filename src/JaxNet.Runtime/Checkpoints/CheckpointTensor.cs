namespace JaxNet;

/// <summary>What a checkpoint says of one of its tensors.</summary>
public sealed class CheckpointTensor
{
    private readonly long[] _shape;

    internal CheckpointTensor(string name, ElementFormat format, long[] shape, long start, long end)
    {
        Name = name;
        Format = format;
        _shape = shape;
        (Start, End) = (start, end);
    }

    /// <summary>Its name: the path in the tree that was saved.</summary>
    public string Name { get; }

    /// <summary>The type of its elements, by its name in the safetensors format: <c>F32</c>.</summary>
    public string ElementType => Format.Name;

    /// <summary>Its shape.</summary>
    public IReadOnlyList<long> Shape => _shape;

    /// <summary>How many bytes its elements take.</summary>
    public long Bytes => End - Start;

    /// <summary>How many elements it has.</summary>
    public long Count => Bytes / Format.Size;

    internal ElementFormat Format { get; }

    /// <summary>Where its elements start, counted from the header's end.</summary>
    internal long Start { get; }

    internal long End { get; }

    internal ReadOnlySpan<long> Sizes => _shape;

    internal string Text => $"{Format.Text} {Shapes.Describe(_shape)}";
}
