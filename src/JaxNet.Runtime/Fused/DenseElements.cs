using System.Numerics;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What a dense layer does beside its product, on few numbers, where nobody wants a gradient. For one image an operator of libtorch takes as long to be called
/// as a product takes to compute, and <c>addmm</c> calls several: [1, 64] by [64, 64] takes 3.8 µs, and the product alone 2.0.
/// </summary>
internal static unsafe class DenseElements
{
    /// <summary>From how many numbers on libtorch's operators, on all cores, are the better ones.</summary>
    private const long TooMany = 1 << 15;

    /// <summary>Whether a layer's outputs are for here.</summary>
    public static bool Fits(Tensor inputs, Tensor kernel, Tensor bias) =>
        inputs.size(0) * kernel.size(-1) < TooMany && Numbers.AreFloats(inputs) && Numbers.AreFloats(kernel) && Numbers.AreFloats(bias) &&
        bias.dim() == 1 && bias.is_contiguous() && bias.size(0) == kernel.size(-1) &&
        !(is_grad_enabled() && (inputs.requires_grad || kernel.requires_grad || bias.requires_grad));

    /// <summary>Adds a bias to each row of a new matrix, in place.</summary>
    public static Tensor AddToRows(Tensor matrix, Tensor bias)
    {
        float* numbers = Numbers.Of(matrix), addends = Numbers.Of(bias);
        long rows = matrix.size(0), columns = matrix.size(1);
        for (var row = 0L; row < rows; row++, numbers += columns)
        {
            var i = 0L;
            for (; i <= columns - Vector<float>.Count; i += Vector<float>.Count)
                (Vector.Load(numbers + i) + Vector.Load(addends + i)).Store(numbers + i);

            for (; i < columns; i++)
                numbers[i] += addends[i];
        }

        GC.KeepAlive(bias);
        return matrix;
    }

    /// <summary>max(x, 0) in place, of numbers that nobody else has, and of which nobody wants a gradient: autograd takes longer over a change in place.</summary>
    public static Tensor Rectify(Tensor x)
    {
        var count = x.numel();
        if (count >= TooMany || !Numbers.AreFloats(x) || !x.is_contiguous())
            return x.relu_();

        var numbers = Numbers.Of(x);
        var i = 0L;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            // What is not a number stays so.
            var vector = Vector.Load(numbers + i);
            Vector.ConditionalSelect(Vector.LessThan(vector, Vector<float>.Zero), Vector<float>.Zero, vector).Store(numbers + i);
        }

        for (; i < count; i++)
            numbers[i] = numbers[i] < 0 ? 0 : numbers[i];

        return x;
    }
}
