using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Runs a formula over the numbers of many leaves in one pass, in the processor's vectors and on all its cores: each number
/// is read once and written once, where tensor operations would go through memory at each operation. For contiguous
/// single and double precision numbers in the processor's memory; other leaves are refused.
/// </summary>
/// <param name="formula">The formula.</param>
/// <param name="capacity">How many leaves there may be. Who has them keeps them alive until the pass has run.</param>
internal sealed unsafe class FusedPass<TFormula>(TFormula formula, int capacity)
    where TFormula : struct, IFormula
{
    /// <summary>How many numbers one core takes at a time: small enough to stay in its cache, large enough not to matter.</summary>
    private const int ChunkLength = 1 << 14;

    /// <summary>
    /// How far ahead of the pass memory is asked for. The processor sees by itself where a pass goes on, but not far enough for as many
    /// streams: Adam's over 10 million numbers took 6.1 ms without, and 5.2, 4.9, 4.8 with 512, 1024 and 2048 bytes (Xeon of 2023, two cores).
    /// </summary>
    private const int BytesAhead = 2048;

    /// <summary>From how many numbers on a second core is worth waking.</summary>
    private const long ParallelLength = 1 << 18;

    private readonly List<Lanes> _lanes = new(capacity);
    private readonly List<Tensor> _copies = [];
    private long _length;

    /// <summary>Takes a leaf on, if it can.</summary>
    /// <returns>Whether it could.</returns>
    public bool TryAdd(LeafUpdate leaf)
    {
        var type = leaf.Parameter.dtype;
        var length = leaf.Parameter.numel();
        if (type is not (ScalarType.Float32 or ScalarType.Float64) || leaf.Gradient.dtype != type ||
            leaf.Parameter.device_type != DeviceType.CPU || length > int.MaxValue / 8)
        {
            return false;
        }

        foreach (var slot in leaf.Slots)
        {
            if (slot.dtype != type || slot.device_type != DeviceType.CPU)
                return false;
        }

        if (length == 0)
            return true;

        var lanes = new Lanes
        {
            Length = length,
            IsDouble = type == ScalarType.Float64,
            Parameter = AddressOf(leaf.Parameter, length),
            Gradient = AddressOf(leaf.Gradient, length),
        };

        lanes.NewParameter = ReferenceEquals(leaf.NewParameter, leaf.Parameter) ? lanes.Parameter : AddressOf(leaf.NewParameter, length);

        if (TFormula.SlotCount > 0)
        {
            lanes.Slot0 = AddressOf(leaf.Slots[0], length);
            lanes.NewSlot0 = ReferenceEquals(leaf.NewSlots[0], leaf.Slots[0]) ? lanes.Slot0 : AddressOf(leaf.NewSlots[0], length);
        }

        if (TFormula.SlotCount > 1)
        {
            lanes.Slot1 = AddressOf(leaf.Slots[1], length);
            lanes.NewSlot1 = ReferenceEquals(leaf.NewSlots[1], leaf.Slots[1]) ? lanes.Slot1 : AddressOf(leaf.NewSlots[1], length);
        }

        if (TFormula.SlotCount > 2)
        {
            lanes.Slot2 = AddressOf(leaf.Slots[2], length);
            lanes.NewSlot2 = ReferenceEquals(leaf.NewSlots[2], leaf.Slots[2]) ? lanes.Slot2 : AddressOf(leaf.NewSlots[2], length);
        }

        _lanes.Add(lanes);
        _length += length;
        return true;
    }

    /// <summary>Updates the leaves that were taken on.</summary>
    public void Run()
    {
        if (_length < ParallelLength || !Cores.AreSeveral)
        {
            foreach (var lanes in _lanes)
                Run(lanes, 0, lanes.Length);
        }
        else
        {
            RunInParallel();
        }

        GC.KeepAlive(_copies);
    }

    private void RunInParallel()
    {
        var chunks = new List<(int Leaf, long Start)>();
        for (var leaf = 0; leaf < _lanes.Count; leaf++)
        {
            for (long start = 0; start < _lanes[leaf].Length; start += ChunkLength)
                chunks.Add((leaf, start));
        }

        Cores.Run(chunks.Count, i =>
        {
            var (leaf, start) = chunks[(int)i];
            Run(_lanes[leaf], start, Math.Min(start + ChunkLength, _lanes[leaf].Length));
        });
    }

    private void Run(in Lanes lanes, long start, long end)
    {
        if (lanes.IsDouble)
            Run<double>(lanes, start, end);
        else
            Run<float>(lanes, start, end);
    }

    private void Run<TNumber>(in Lanes lanes, long start, long end)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
    {
        if (formula.FlushesSlots)
            Run<TNumber, FlushedSlots>(formula, lanes, start, end);
        else
            Run<TNumber, ExactSlots>(formula, lanes, start, end);
    }

    // The formula comes by value, so that its constants are in registers.
    private static void Run<TNumber, TSlots>(TFormula formula, in Lanes lanes, long start, long end)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
        where TSlots : struct
    {
        TNumber* parameters = (TNumber*)lanes.Parameter, newParameters = (TNumber*)lanes.NewParameter;
        var gradients = (TNumber*)lanes.Gradient;
        TNumber* slots0 = (TNumber*)lanes.Slot0, newSlots0 = (TNumber*)lanes.NewSlot0;
        TNumber* slots1 = (TNumber*)lanes.Slot1, newSlots1 = (TNumber*)lanes.NewSlot1;
        TNumber* slots2 = (TNumber*)lanes.Slot2, newSlots2 = (TNumber*)lanes.NewSlot2;

        var i = start;
        for (; i <= end - Vector<TNumber>.Count; i += Vector<TNumber>.Count)
        {
            Prefetch(parameters + i);
            Prefetch(gradients + i);
            if (TFormula.SlotCount > 0)
                Prefetch(slots0 + i);
            if (TFormula.SlotCount > 1)
                Prefetch(slots1 + i);
            if (TFormula.SlotCount > 2)
                Prefetch(slots2 + i);

            var parameter = new VectorElements<TNumber>(Vector.Load(parameters + i));
            var gradient = new VectorElements<TNumber>(Vector.Load(gradients + i));
            var slot0 = TFormula.SlotCount > 0 ? new VectorElements<TNumber>(Vector.Load(slots0 + i)) : default;
            var slot1 = TFormula.SlotCount > 1 ? new VectorElements<TNumber>(Vector.Load(slots1 + i)) : default;
            var slot2 = TFormula.SlotCount > 2 ? new VectorElements<TNumber>(Vector.Load(slots2 + i)) : default;

            formula.Update(ref parameter, gradient, ref slot0, ref slot1, ref slot2);

            parameter.Value.Store(newParameters + i);
            if (TFormula.SlotCount > 0)
                Kept<TNumber, TSlots>(slot0.Value).Store(newSlots0 + i);
            if (TFormula.SlotCount > 1)
                Kept<TNumber, TSlots>(slot1.Value).Store(newSlots1 + i);
            if (TFormula.SlotCount > 2)
                Kept<TNumber, TSlots>(slot2.Value).Store(newSlots2 + i);
        }

        for (; i < end; i++)
        {
            var parameter = new NumberElements<TNumber>(parameters[i]);
            var slot0 = TFormula.SlotCount > 0 ? new NumberElements<TNumber>(slots0[i]) : default;
            var slot1 = TFormula.SlotCount > 1 ? new NumberElements<TNumber>(slots1[i]) : default;
            var slot2 = TFormula.SlotCount > 2 ? new NumberElements<TNumber>(slots2[i]) : default;

            formula.Update(ref parameter, new NumberElements<TNumber>(gradients[i]), ref slot0, ref slot1, ref slot2);

            newParameters[i] = parameter.Value;
            if (TFormula.SlotCount > 0)
                newSlots0[i] = Kept<TNumber, TSlots>(slot0.Value);
            if (TFormula.SlotCount > 1)
                newSlots1[i] = Kept<TNumber, TSlots>(slot1.Value);
            if (TFormula.SlotCount > 2)
                newSlots2[i] = Kept<TNumber, TSlots>(slot2.Value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<TNumber> Kept<TNumber, TSlots>(Vector<TNumber> slot)
        where TNumber : unmanaged =>
        typeof(TSlots) == typeof(FlushedSlots) ? Subnormal.Flush(slot) : slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TNumber Kept<TNumber, TSlots>(TNumber slot)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber> =>
        typeof(TSlots) == typeof(FlushedSlots) ? Subnormal.Flush(slot) : slot;

    // A hint, also past a leaf's end, where it does nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0((byte*)address + BytesAhead);
    }

    /// <summary>
    /// Where a tensor's numbers are; of one that isn't contiguous, a copy's. Numbers that a bit of the tensor negates are parts of conjugated complex ones, and so
    /// contiguous only where there is no more than one.
    /// </summary>
    private void* AddressOf(Tensor tensor, long length)
    {
        var contiguous = !tensor.is_contiguous() ? tensor.contiguous() : length == 1 ? tensor.resolve_neg() : tensor;
        if (!ReferenceEquals(contiguous, tensor))
            _copies.Add(contiguous);

        fixed (byte* address = contiguous.bytes)
            return address;
    }

    /// <summary>Compiles the loop with <see cref="IFormula.FlushesSlots"/>: as a condition in it, that took the formula's constants out of their registers.</summary>
    private readonly struct FlushedSlots;

    /// <summary>Compiles the loop without.</summary>
    private readonly struct ExactSlots;

    private struct Lanes
    {
        public long Length;
        public bool IsDouble;
        public void* Parameter, NewParameter, Gradient;
        public void* Slot0, NewSlot0;
        public void* Slot1, NewSlot1;
        public void* Slot2, NewSlot2;
    }
}
