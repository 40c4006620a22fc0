using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Exponentials, logarithms and the special functions next to them.</summary>
    public partial class Tensor
    {
        public Tensor exp() => Op.Call("exp", this);
        public Tensor exp_() => Op.InPlace("exp_", this);
        public Tensor exp2() => Op.Call("exp2", this);
        public Tensor expm1() => Op.Call("expm1", this);
        public Tensor expm1_() => Op.InPlace("expm1_", this);
        public Tensor log() => Op.Call("log", this);
        public Tensor log_() => Op.InPlace("log_", this);
        public Tensor log2() => Op.Call("log2", this);
        public Tensor log2_() => Op.InPlace("log2_", this);
        public Tensor log10() => Op.Call("log10", this);
        public Tensor log10_() => Op.InPlace("log10_", this);
        public Tensor log1p() => Op.Call("log1p", this);
        public Tensor log1p_() => Op.InPlace("log1p_", this);
        public Tensor logaddexp(Tensor other) => Op.Call("logaddexp", this, other);
        public Tensor logaddexp2(Tensor other) => Op.Call("logaddexp2", this, other);
        public Tensor logit(double? eps = null) => Op.Call("logit", this, eps);
        public Tensor sigmoid() => Op.Call("sigmoid", this);
        public Tensor sigmoid_() => Op.InPlace("sigmoid_", this);
        public Tensor erf() => Op.Call("erf", this);
        public Tensor erf_() => Op.InPlace("erf_", this);
        public Tensor erfc() => Op.Call("erfc", this);
        public Tensor erfc_() => Op.InPlace("erfc_", this);
        public Tensor erfinv() => Op.Call("erfinv", this);
        public Tensor erfinv_() => Op.InPlace("erfinv_", this);
        public Tensor lgamma() => Op.Call("lgamma", this);
        public Tensor lgamma_() => Op.InPlace("lgamma_", this);
        public Tensor digamma() => Op.Call("digamma", this);
        public Tensor digamma_() => Op.InPlace("digamma_", this);
        public Tensor mvlgamma(long p) => Op.Call("mvlgamma", this, p);
        public Tensor mvlgamma_(long p) => Op.InPlace("mvlgamma_", this, p);
        public Tensor polygamma_(long p) => Op.InPlace("polygamma_", this, p);
        public Tensor igamma(Tensor other) => Op.Call("igamma", this, other);
        public Tensor igammac(Tensor other) => Op.Call("igammac", this, other);
        public Tensor i0() => Op.Call("i0", this);
        public Tensor sinc() => Op.Call("sinc", this);
        public Tensor sinc_() => Op.InPlace("sinc_", this);
        public Tensor xlogy(Scalar y) => Op.Call("xlogy.Scalar_Other", this, y);
        public Tensor xlogy(Tensor y) => Op.Call("xlogy.Tensor", this, y);
        public Tensor xlogy_(Scalar y) => Op.InPlace("xlogy_.Scalar_Other", this, y);
        public Tensor xlogy_(Tensor y) => Op.InPlace("xlogy_.Tensor", this, y);
    }
}
