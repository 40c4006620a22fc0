using System.Runtime.InteropServices;
using JaxNet.Samples.Datasets;
using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr;

/// <summary>Sequences of images, each with the class of each of its steps.</summary>
/// <param name="Pixels">0 to 255: sequence after sequence, step after step, row by row.</param>
/// <param name="Labels">The classes, sequence after sequence; <see cref="None"/> where a sequence is shorter than others.</param>
/// <param name="Steps">How many steps the longest has.</param>
/// <param name="Height">The height of an image.</param>
/// <param name="Width">The width of an image.</param>
/// <param name="ClassNames">What the classes are called.</param>
public sealed record Sequences(byte[] Pixels, byte[] Labels, int Steps, int Height, int Width, IReadOnlyList<string> ClassNames)
{
    /// <summary>The label of a step that isn't there.</summary>
    public const byte None = byte.MaxValue;

    /// <summary>How many there are.</summary>
    public int Count => Labels.Length / Steps;

    /// <summary>The pixels of one step.</summary>
    public ReadOnlySpan<byte> Image(int sequence, int step) => Pixels.AsSpan((sequence * Steps + step) * Height * Width, Height * Width);

    /// <summary>The class of one step.</summary>
    public byte Label(int sequence, int step) => Labels[sequence * Steps + step];

    /// <summary>All once, in an order of this seed and this epoch alone, without those that don't fill a batch.</summary>
    public IEnumerable<(Tensor Inputs, Tensor Targets)> Shuffled(int batchSize, long seed, int epoch, Device device)
    {
        var order = Permutation.Of(Count, seed, epoch);
        for (var start = 0; start + batchSize <= order.Length; start += batchSize)
            yield return Tree.To(Tensors(order.AsSpan(start, batchSize)), device);
    }

    /// <summary>All once, as they stand.</summary>
    public IEnumerable<(Tensor Inputs, Tensor Targets)> InOrder(int batchSize, Device device)
    {
        for (var start = 0; start < Count; start += batchSize)
            yield return Tree.To(Tensors([.. Enumerable.Range(start, Math.Min(batchSize, Count - start))]), device);
    }

    private (Tensor Inputs, Tensor Targets) Tensors(ReadOnlySpan<int> chosen)
    {
        var size = Steps * Height * Width;
        var inputs = zeros([chosen.Length, Steps, Height * Width], ScalarType.Float32);
        var targets = zeros([chosen.Length, Steps, ClassNames.Count], ScalarType.Float32);
        var pixels = MemoryMarshal.Cast<byte, float>(inputs.bytes);
        var rows = MemoryMarshal.Cast<byte, float>(targets.bytes);
        for (var i = 0; i < chosen.Length; i++)
        {
            PixelScale.ToUnit(Pixels.AsSpan(chosen[i] * size, size), pixels.Slice(i * size, size));
            for (var step = 0; step < Steps; step++)
                if (Label(chosen[i], step) is var label and not None) rows[(i * Steps + step) * ClassNames.Count + label] = 1;
        }

        return (inputs, targets);
    }
}
