using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Reductions over all elements, or over dimensions.</summary>
    public partial class Tensor
    {
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Op.Call("sum.dim_IntList", this, dim, keepdim, type);
        public Tensor sum(ScalarType? type = null) => Op.Call("sum", this, type);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Op.Call("sum.dim_IntList", this, dim, keepdim, type);
        public Tensor nansum() => Op.Call("nansum", this);
        public Tensor mean() => Op.Call("mean", this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Op.Call("mean.dim", this, dimensions, keepdim, type);
        public Tensor nanmedian() => Op.Call("nanmedian", this);
        public Tensor median() => Op.Call("median", this);
        public Tensor max() => Op.Call("max", this);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Op.Pair("max.dim", this, dim, keepdim);
        public Tensor min() => Op.Call("min", this);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Op.Pair("min.dim", this, dim, keepdim);
        public Tensor amax(params long[] dims) => Op.Call("amax", this, dims);
        public Tensor amin(params long[] dims) => Op.Call("amin", this, dims);
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Op.Pair("aminmax", this, dim, keepdim);
        public Tensor argmax() => Op.Call("argmax", this);
        public Tensor argmax(long dim, bool keepdim = false) => Op.Call("argmax", this, dim, keepdim);
        public Tensor argmin() => Op.Call("argmin", this);
        public Tensor argmin(long dim, bool keepdim = false) => Op.Call("argmin", this, dim, keepdim);
        public Tensor all() => Op.Call("all", this);
        public Tensor all(long dim, bool keepdim = false) => Op.Call("all.dim", this, dim, keepdim);
        public Tensor any() => Op.Call("any", this);
        public Tensor any(long dim, bool keepdim = false) => Op.Call("any.dim", this, dim, keepdim);
        public Tensor norm(float p = 2) => Op.Call("norm.Scalar", this, p);
        public Tensor dist(Tensor other, float p = 2) => Op.Call("dist", this, other, p);
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Op.Pair("mode", this, dim, keepdim);
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Op.Call("quantile", this, q, dim, keepdim);
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Op.Call("nanquantile", this, q, dim, keepdim);
        public Tensor var(bool unbiased = true) => Op.Call("var", this, unbiased);
        public Tensor std(bool unbiased = true) => Op.Call("std", this, unbiased);
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Op.Pair("var_mean", this, unbiased);
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Op.Pair("std_mean", this, unbiased);
    }
}
