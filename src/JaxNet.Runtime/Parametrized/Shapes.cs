using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Shapes as error messages and summaries print them, and whether a tensor has one.</summary>
/// <remarks>
/// What is called in each step asks for sizes one by one: for <c>shape</c>, TorchSharp has libtorch call back for an array, which takes as long as
/// adding two small tensors, where <c>size</c> takes a fortieth of that.
/// </remarks>
internal static class Shapes
{
    public static string Describe(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>Whether a tensor has this shape.</summary>
    public static bool HasShape(this Tensor tensor, ReadOnlySpan<long> shape)
    {
        if (tensor.dim() != shape.Length)
            return false;

        for (var axis = 0; axis < shape.Length; axis++)
        {
            if (tensor.size(axis) != shape[axis])
                return false;
        }

        return true;
    }

    /// <summary>Whether a tensor has the shape of another.</summary>
    public static bool HasShapeOf(this Tensor tensor, Tensor other)
    {
        var rank = (int)tensor.dim();
        if (rank != other.dim())
            return false;

        for (var axis = 0; axis < rank; axis++)
        {
            if (tensor.size(axis) != other.size(axis))
                return false;
        }

        return true;
    }

    /// <summary>How many numbers a tensor of this shape has: what a -1 in a reshape stands for, which libtorch refuses beside an empty axis.</summary>
    public static long Count(IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);
}
