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

    /// <summary>The shapes of inputs, as an error message prints them.</summary>
    public static string Describe<TInputs>(TInputs inputs)
    {
        var leaves = Tree.LeavesArray(inputs);
        var shapes = leaves.Take(MostShapes).Select(Describe).ToList();
        if (leaves.Length > MostShapes)
            shapes.Add($"{leaves.Length - MostShapes} more");

        return shapes.Count switch
        {
            0 => "no inputs",
            1 => $"inputs {shapes[0]}",
            _ => $"inputs {string.Join(", ", shapes[..^1])} and {shapes[^1]}",
        };
    }

    // Of a type only where it is not the usual one.
    private static string Describe(Tensor leaf) => leaf.IsInvalid ? "disposed"
        : leaf.dtype == ScalarType.Float32 ? Shapes.Describe(leaf.shape)
        : Tree.TextOf(leaf);
}
