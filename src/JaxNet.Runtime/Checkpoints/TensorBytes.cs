using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Moves elements between tensors and streams, straight from and to libtorch's memory.</summary>
internal static class TensorBytes
{
    // A span can't be longer than 2 GB, a tensor can.
    private const long MostAtOnce = 64 << 20;

    public static void Write(Stream stream, Tensor leaf)
    {
        using var temporaries = NewDisposeScope();
        using var unrecorded = no_grad();
        var elements = leaf.detach().cpu().resolve_conj().resolve_neg().contiguous().reshape(-1);
        foreach (var part in PartsOf(elements))
            stream.Write(part.bytes);

        GC.KeepAlive(leaf);
    }

    /// <summary>Reads a tensor; it belongs to the current dispose scope.</summary>
    /// <param name="stream">The stream, at the tensor's first byte.</param>
    /// <param name="stored">What was found to be there.</param>
    /// <param name="device">Where the tensor goes.</param>
    /// <exception cref="EndOfStreamException">There is less there than there was.</exception>
    /// <exception cref="InvalidDataException">There are truth values that are neither true nor false.</exception>
    public static Tensor Read(Stream stream, CheckpointTensor stored, Device device)
    {
        using var temporaries = NewDisposeScope();
        using var unrecorded = no_grad();
        var type = stored.Format.Type!.Value;
        var elements = empty([.. stored.Shape], type, CPU);
        foreach (var part in PartsOf(elements.reshape(-1)))
        {
            var bytes = part.bytes;
            stream.ReadExactly(bytes);

            // To libtorch, any other byte in a truth value is undefined behaviour.
            if (type == ScalarType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
                throw new InvalidDataException();
        }

        return temporaries.MoveToOuter(device.type == DeviceType.CPU ? elements : empty([.. stored.Shape], type, device).copy_(elements));
    }

    private static IEnumerable<Tensor> PartsOf(Tensor elements)
    {
        var (count, most) = (elements.numel(), MostAtOnce / elements.element_size());
        for (long start = 0; start < count; start += most)
            yield return elements.narrow(0, start, Math.Min(most, count - start));
    }
}
