using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Analyzers.Shapes;

/// <summary>Finds the one size of a parameter that makes its shape fit when it is written otherwise.</summary>
internal static class ShapeRepair
{
    /// <returns>The size as it is written, and what it must be; null if there is none, or more than one way.</returns>
    public static (IOperation Size, long Fitting)? Find(
        (IOperation Tensor, ConstantShape Shape) left, (IOperation Tensor, ConstantShape Shape) right, Func<ConstantShape, ConstantShape, ConstantShape?> combine)
    {
        // Where both are parameters nobody knows which of them is wrong.
        var (ofLeft, ofRight) = (ShapeReader.WrittenSizes(left.Tensor), ShapeReader.WrittenSizes(right.Tensor));
        if ((ofLeft is null) == (ofRight is null))
            return null;

        var (own, other) = ofLeft is null ? (right.Shape, left.Shape) : (left.Shape, right.Shape);
        var ways =
            from i in Enumerable.Range(0, own.Rank)
            where own[i] is not null
            from size in other.Sizes.Distinct()
            where size > 1 && Fits(own with { Sizes = own.Sizes.SetItem(i, size) })
            select (Index: i, Size: size!.Value);

        return ways.ToList() is { Count: 1 } only ? ((ofLeft ?? ofRight)!.Value[only[0].Index], only[0].Size) : null;

        bool Fits(ConstantShape changed) => (ofLeft is null ? combine(other, changed) : combine(changed, other)) is not null;
    }
}
