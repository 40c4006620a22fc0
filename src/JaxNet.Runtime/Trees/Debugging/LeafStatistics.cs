using System.Globalization;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A leaf in a line: its type and shape, and what its numbers are like.</summary>
internal static class LeafStatistics
{
    /// <summary>
    /// Such as <c>float32 [784, 10]  mean 0.0002, deviation 0.05, from -0.22 to 0.2</c>. The deviation is that of all numbers, divided by their count. Those that are not finite are
    /// counted, and left out of the rest.
    /// </summary>
    public static string Describe(Tensor leaf)
    {
        if (leaf.IsInvalid) return "disposed";

        var text = Tree.TextOf(leaf);
        if (leaf.numel() == 0 || !leaf.is_floating_point()) return text;

        // A debugger asks in the middle of anything: nothing may be left in the program's scope or graph.
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var all = leaf.detach().@double();
        var numbers = all.masked_select(all.isfinite());
        var lost = all.numel() - numbers.numel();
        var warning = lost == 0 ? "" : $", {lost} of {all.numel()} not finite";
        if (numbers.numel() == 0) return $"{text}  {warning.TrimStart(',', ' ')}";

        var mean = numbers.mean();
        var deviation = (numbers - mean).square().mean().sqrt();
        return $"{text}  mean {Short(mean)}, deviation {Short(deviation)}, from {Short(numbers.min())} to {Short(numbers.max())}{warning}";
    }

    private static string Short(Tensor number) => number.item<double>().ToString("G3", CultureInfo.InvariantCulture);
}
