using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Streams;

/// <summary>Draws into the memory of new tensors, in one pass, and moves them to the key's device.</summary>
internal static unsafe class Draw
{
    /// <summary>A tensor of a shape, each of its elements made of one 32-bit word.</summary>
    public static Tensor Words<T, TMap>(Key key, ReadOnlySpan<long> shape, ScalarType dtype, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T>
    {
        var count = Count(key, shape, 1);
        var tensor = New(shape, dtype, count * sizeof(T));
        WordStream.Fill(key, (T*)Address(tensor), count, map);
        return Placed(tensor, key.Device);
    }

    /// <summary>A tensor of a shape, each of its elements made of two 32-bit words.</summary>
    public static Tensor Pairs<T, TMap>(Key key, ReadOnlySpan<long> shape, ScalarType dtype, TMap map)
        where T : unmanaged
        where TMap : struct, IPairMap<T>
    {
        var count = Count(key, shape, 2);
        var tensor = New(shape, dtype, count * sizeof(T));
        WordStream.FillPairs(key, (T*)Address(tensor), count, map);
        return Placed(tensor, key.Device);
    }

    /// <summary>Memory for a draw. Nobody disposes what is drawn, so that it is counted.</summary>
    public static Tensor New(ReadOnlySpan<long> shape, ScalarType dtype, long bytes)
    {
        MemoryBudget.CollectIfDue();
        var tensor = empty(shape, dtype, CPU);
        MemoryBudget.Count(bytes);
        return tensor;
    }

    /// <summary>A second draw of a tensor's shape, over the elements of the first, in the processor's memory.</summary>
    public static void WordsOnto<T, TMap>(Key key, Tensor tensor, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T>
    {
        WordStream.Fill(key, (T*)Address(tensor), tensor.numel(), map);
        GC.KeepAlive(tensor);
    }

    /// <inheritdoc cref="WordsOnto"/>
    public static void PairsOnto<T, TMap>(Key key, Tensor tensor, TMap map)
        where T : unmanaged
        where TMap : struct, IPairMap<T>
    {
        WordStream.FillPairs(key, (T*)Address(tensor), tensor.numel(), map);
        GC.KeepAlive(tensor);
    }

    /// <summary>A new tensor in the processor's memory, moved to a device.</summary>
    public static Tensor Placed(Tensor drawn, Device device)
    {
        if (device.type == DeviceType.CPU) return drawn;
        var placed = Tree.Moved(drawn, device);
        drawn.Dispose();
        return placed;
    }

    /// <summary>How many elements a shape has, if a key can give so many.</summary>
    /// <exception cref="ArgumentException">The shape has a negative size, or too many elements.</exception>
    public static long Count(Key key, ReadOnlySpan<long> shape, int wordsAnElement)
    {
        Int128 count = 1;
        foreach (var size in shape)
        {
            if (size < 0) throw new ArgumentException($"A shape has no negative sizes: [{Text(shape)}].", nameof(shape));
            count *= size;
            if (count > long.MaxValue) throw TooLarge(shape, "any tensor can hold");
        }

        // JAX strings blocks of this size together; no tensor that is worth initialising at random is as large.
        if (key.Mode is KeyMode.Original && count * wordsAnElement > uint.MaxValue)
            throw TooLarge(shape, "an original key can give, whose counter has 32 bits: use a partitionable one");
        return (long)count;
    }

    public static string Text(ReadOnlySpan<long> shape) => string.Join(", ", shape.ToArray());

    // A span holds at most 2 GB, so only the beginning is asked for where there is more. The tensor is new and contiguous.
    public static void* Address(Tensor tensor)
    {
        if (tensor.numel() * tensor.ElementSize <= int.MaxValue) return Address(tensor.bytes);
        using var scope = NewDisposeScope();
        return Address(tensor.view(-1).narrow(0, 0, 1).bytes);
    }

    private static void* Address(Span<byte> bytes)
    {
        fixed (byte* address = bytes) return address;
    }

    private static ArgumentException TooLarge(ReadOnlySpan<long> shape, string limit) =>
        new($"The shape [{Text(shape)}] has more elements than {limit}.", nameof(shape));
}
