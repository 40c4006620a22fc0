namespace JaxNet;

/// <summary>What a checkpoint contains, without the numbers: see <see cref="Checkpoint.Inspect"/>.</summary>
public sealed class CheckpointInfo
{
    internal CheckpointInfo(
        IReadOnlyList<CheckpointTensor> tensors, IReadOnlyDictionary<string, string> metadata,
        IReadOnlyDictionary<string, string> shared, long dataStart)
    {
        Tensors = tensors;
        Metadata = metadata;
        Shared = shared;
        DataStart = dataStart;
    }

    /// <summary>The tensors, in the order in which they lie in the file.</summary>
    public IReadOnlyList<CheckpointTensor> Tensors { get; }

    /// <summary>The texts that are stored beside the tensors: those given to <see cref="Checkpoint.Save"/>, and JaxNet's own, whose names start with <c>jaxnet.</c></summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The paths at which a tensor stood once more, each with the name under which it is stored.</summary>
    public IReadOnlyDictionary<string, string> Shared { get; }

    /// <summary>How many bytes all tensors' elements take.</summary>
    public long Bytes => Tensors.Sum(tensor => tensor.Bytes);

    /// <summary>Where in the file the elements start.</summary>
    internal long DataStart { get; }

    /// <summary>A table of the tensors.</summary>
    /// <returns>Several lines of text, as <see cref="Tree.Summary"/> has them.</returns>
    public override string ToString()
    {
        var table = new SummaryTable();
        foreach (var tensor in Tensors)
            table.AddLeaf(SafeText.Of(tensor.Name), Shapes.Describe(tensor.Sizes), tensor.Format.Text, tensor.Count, tensor.Bytes);
        foreach (var (alias, name) in Shared)
            table.AddAlias(SafeText.Of(alias), SafeText.Of(name));

        return table.ToString();
    }
}
