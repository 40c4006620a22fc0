using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A call of a module that an exception came out of.</summary>
/// <param name="Name">The module's name, or the function's.</param>
/// <param name="Inputs">The shapes of what went into it.</param>
internal sealed record ModuleCall(string Name, string Inputs)
{
    private const int MostShapes = 4;

    /// <summary>The layer's position in the list that it was called from; null if it is in none.</summary>
    public int? Position { get; init; }

    /// <summary>Whether it is a method or a lambda in place of a module.</summary>
    public bool IsFunction { get; init; }

    /// <summary>
    /// What a module's template is called: <c>Layers.Dense</c>. The stack trace says so too, but not where the compiler at run time has made one method of several.
    /// </summary>
    public static string NameOf(Module module) =>
        module.GetType().DeclaringType is { } type ? $"{type.Name.Split('`')[0]}.{module.Name}" : module.Name;

    /// <summary>The shapes of inputs, as an error message prints them.</summary>
    public static string Describe<TInputs>(TInputs inputs)
    {
        var leaves = LeavesOf(inputs);
        var shapes = leaves.Take(MostShapes).Select(Describe).ToList();
        if (leaves.Count > MostShapes)
            shapes.Add($"{leaves.Count - MostShapes} more");

        return shapes.Count switch
        {
            0 => "no inputs",
            1 => $"inputs {shapes[0]}",
            _ => $"inputs {string.Join(", ", shapes[..^1])} and {shapes[^1]}",
        };
    }

    // With null where one of several inputs is missing.
    private static List<Tensor?> LeavesOf<TInputs>(TInputs inputs)
    {
        if (inputs is null or Tensor)
            return [.. Tree.LeavesArray(inputs)];

        var children = ChildCollector.Of(inputs);
        if (children.All(child => child.Child is not null))
            return [.. Tree.LeavesArray(inputs)];

        var leaves = new List<Tensor?>();
        foreach (var (_, child) in children)
        {
            if (child is null)
                leaves.Add(null);
            else
                leaves.AddRange(Tree.LeavesArray(child));
        }

        return leaves;
    }

    // Of a type only where it is not the usual one.
    private static string Describe(Tensor? leaf) => leaf is null ? "null"
        : leaf.IsInvalid ? "disposed"
        : leaf.dtype == ScalarType.Float32 ? Shapes.Describe(leaf.shape)
        : Tree.TextOf(leaf);
}
