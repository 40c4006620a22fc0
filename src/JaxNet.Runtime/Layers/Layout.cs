namespace JaxNet;

/// <summary>The order of a tensor's axes, a letter for each, as JAX writes it: NHWC.</summary>
internal readonly record struct Layout(string Letters)
{
    /// <summary>The positions of some axes.</summary>
    public long[] PositionsOf(string axes)
    {
        var letters = Letters;
        return [.. axes.Select(axis => (long)letters.IndexOf(axis))];
    }

    /// <summary>Whether these are the axes, in any order.</summary>
    public bool Has(string axes) => Letters.Order().SequenceEqual(axes.Order());

    /// <exception cref="ArgumentException">The shape has another number of axes.</exception>
    public void Check(string layer, long[] shape)
    {
        if (shape.Length == Letters.Length)
            return;

        var wanted = Letters.Contains('H') ? "images" : "inputs";
        throw new ArgumentException(
            $"{layer} takes {wanted} of shape {this}, but got {Shapes.Describe(shape)}." +
            (shape.Length == Letters.Length - 1 ? " For a single example or a single channel add that axis with unsqueeze." : ""));
    }

    /// <summary>The axes in words.</summary>
    public override string ToString() => $"[{string.Join(", ", Letters.Select(Name))}]";

    private static string Name(char axis) => axis switch
    {
        'N' => "n",
        'C' => "channels",
        'D' => "depth",
        'H' => "height",
        'W' => "width",
        'T' => "time",
        'I' => "inputs",
        'O' => "outputs",
        _ => axis.ToString(),
    };
}
