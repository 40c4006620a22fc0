using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Shapes and rearrangements whose arguments come in several forms.</summary>
    public partial class Tensor
    {
        public Tensor squeeze(long? dim = null) => dim is { } d ? Op.Call("squeeze.dim", this, d) : Op.Call("squeeze", this);
        public Tensor squeeze_(long? dim = null) => dim is { } d ? Op.InPlace("squeeze_.dim", this, d) : Op.InPlace("squeeze_", this);
        public Tensor expand(Size sizes, bool isImplicit = false) => Op.Call("expand", this, sizes, isImplicit);
        public Tensor unflatten(long dim, Size sizes) => Op.Call("unflatten.int", this, dim, sizes);

        public Tensor roll(long shifts, long? dims = null) => dims is { } dim ? Op.Call("roll", this, One(shifts), One(dim)) : Op.Call("roll", this, One(shifts));
        public Tensor roll((long, long) shifts, (long, long) dims) => Op.Call("roll", this, shifts, dims);
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) => Op.Call("roll", this, shifts, dims);
        public Tensor rot90(long k = 1, (long, long)? dims = null) => Op.Call("rot90", this, k, dims ?? (0, 1));

        public Tensor vander(long N = -1, bool increasing = false) => Dimensions == 1 ? Op.Call("vander", this, N == -1 ? numel() : N, increasing) : throw new InvalidOperationException("Input argument for 'vander()' must be 1-D.");

        public Tensor T => Op.Call("permute", this, Enumerable.Range(0, (int)ndim).Reverse().Select(dim => (long)dim).ToArray());
        public Tensor mT => Op.Call("mT", this);
        public Tensor H => is_complex() ? transpose(0, 1).conj() : transpose(0, 1);
        public Tensor mH => Op.Call("mH", this);
    }

    public static Tensor movedim(Tensor input, long source, long destination) => Op.Call("movedim.int", input, source, destination);
    public static Tensor moveaxis(Tensor input, long source, long destination) => Op.Call("moveaxis.int", input, source, destination);
    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) => Op.Call("moveaxis.intlist", input, source, destination);
    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) => Op.Call("moveaxis.intlist", input, source, destination);
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);
    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);
}
