using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Rounding, signs, and parts of numbers.</summary>
    public partial class Tensor
    {
        public Tensor abs() => Op.Call("abs", this);
        public Tensor abs_() => Op.InPlace("abs_", this);
        public Tensor absolute() => Op.Call("absolute", this);
        public Tensor absolute_() => Op.InPlace("absolute_", this);
        public Tensor sign() => Op.Call("sign", this);
        public Tensor sign_() => Op.InPlace("sign_", this);
        public Tensor sgn() => Op.Call("sgn", this);
        public Tensor sgn_() => Op.InPlace("sgn_", this);
        public Tensor signbit() => Op.Call("signbit", this);
        public Tensor floor() => Op.Call("floor", this);
        public Tensor floor_() => Op.InPlace("floor_", this);
        public Tensor ceil() => Op.Call("ceil", this);
        public Tensor ceil_() => Op.InPlace("ceil_", this);
        public Tensor round(long decimals = 0) => Op.Call("round.decimals", this, decimals);
        public Tensor round_(long decimals = 0) => Op.InPlace("round_.decimals", this, decimals);
        public Tensor trunc() => Op.Call("trunc", this);
        public Tensor trunc_() => Op.InPlace("trunc_", this);
        public Tensor fix() => Op.Call("fix", this);
        public Tensor fix_() => Op.InPlace("fix_", this);
        public Tensor frac() => Op.Call("frac", this);
        public Tensor frac_() => Op.InPlace("frac_", this);
        public (Tensor Mantissa, Tensor Exponent) frexp() => Op.Pair("frexp.Tensor", this);
        public Tensor copysign(Tensor other) => Op.Call("copysign.Tensor", this, other);
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Op.Call("clamp", this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Op.Call("clamp.Tensor", this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Op.InPlace("clamp_", this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Op.InPlace("clamp_.Tensor", this, min, max);
        public Tensor clamp_min(Scalar min) => Op.Call("clamp_min", this, min);
        public Tensor clamp_min_(Scalar min) => Op.InPlace("clamp_min_", this, min);
        public Tensor clamp_max(Scalar max) => Op.Call("clamp_max", this, max);
        public Tensor clamp_max_(Scalar max) => Op.InPlace("clamp_max_", this, max);
        public Tensor clip(Scalar? min = null, Scalar? max = null) => Op.Call("clip", this, min, max);
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Op.Call("nan_to_num", this, nan, posinf, neginf);
        public Tensor deg2rad() => Op.Call("deg2rad", this);
        public Tensor rad2deg() => Op.Call("rad2deg", this);
        public Tensor nextafter(Tensor other) => Op.Call("nextafter", this, other);
    }
}
