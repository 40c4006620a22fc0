using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Repeated, flipped and rolled elements.</summary>
    public partial class Tensor
    {
        public Tensor repeat(params long[] sizes) => Op.Call("repeat", this, sizes);
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Op.Call("repeat_interleave.self_int", this, repeats, dim, output_size);
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Op.Call("repeat_interleave.self_Tensor", this, repeats, dim, output_size);
        public Tensor tile(long[] reps) => Op.Call("tile", this, reps);
        public Tensor flip(params long[] dims) => Op.Call("flip", this, dims);
        public Tensor fliplr() => Op.Call("fliplr", this);
        public Tensor flipud() => Op.Call("flipud", this);
        public Tensor roll(long[] shifts) => Op.Call("roll", this, shifts);
        public Tensor roll(long[] shifts, long[] dims) => Op.Call("roll", this, shifts, dims);
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Op.Call("roll", this, shifts, dims);
        public Tensor channel_shuffle(long groups) => Op.Call("channel_shuffle", this, groups);
    }
}
