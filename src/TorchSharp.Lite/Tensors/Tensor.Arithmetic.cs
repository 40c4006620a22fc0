using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums, products and what is built of them.</summary>
    public partial class Tensor
    {
        public Tensor add(Scalar scalar) => Op.Call("add.Scalar", this, scalar);
        public Tensor add(Scalar scalar, Scalar alpha) => Op.Call("add.Scalar", this, scalar, alpha);
        public Tensor add(Tensor target) => Op.Call("add.Tensor", this, target);
        public Tensor add(Tensor target, Scalar alpha) => Op.Call("add.Tensor", this, target, alpha);
        public Tensor add_(Scalar scalar) => Op.InPlace("add_.Scalar", this, scalar);
        public Tensor add_(Scalar scalar, Scalar alpha) => Op.InPlace("add_.Scalar", this, scalar, alpha);
        public Tensor add_(Tensor target) => Op.InPlace("add_.Tensor", this, target);
        public Tensor add_(Tensor target, Scalar alpha) => Op.InPlace("add_.Tensor", this, target, alpha);
        public Tensor sub(Scalar target) => Op.Call("sub.Scalar", this, target);
        public Tensor sub(Tensor target) => Op.Call("sub.Tensor", this, target);
        public Tensor sub_(Scalar target) => Op.InPlace("sub_.Scalar", this, target);
        public Tensor sub_(Tensor target) => Op.InPlace("sub_.Tensor", this, target);
        public Tensor subtract(Scalar target) => Op.Call("subtract.Scalar", this, target);
        public Tensor subtract(Tensor target) => Op.Call("subtract.Tensor", this, target);
        public Tensor subtract_(Scalar target) => Op.InPlace("subtract_.Scalar", this, target);
        public Tensor subtract_(Tensor target) => Op.InPlace("subtract_.Tensor", this, target);
        public Tensor mul(Scalar target) => Op.Call("mul.Scalar", this, target);
        public Tensor mul(Tensor target) => Op.Call("mul.Tensor", this, target);
        public Tensor mul_(Scalar target) => Op.InPlace("mul_.Scalar", this, target);
        public Tensor mul_(Tensor target) => Op.InPlace("mul_.Tensor", this, target);
        public Tensor multiply(Scalar target) => Op.Call("multiply.Scalar", this, target);
        public Tensor multiply(Tensor target) => Op.Call("multiply.Tensor", this, target);
        public Tensor neg() => Op.Call("neg", this);
        public Tensor neg_() => Op.InPlace("neg_", this);
        public Tensor negative() => Op.Call("negative", this);
        public Tensor positive() => Op.Call("positive", this);
        public Tensor reciprocal() => Op.Call("reciprocal", this);
        public Tensor reciprocal_() => Op.InPlace("reciprocal_", this);
        public Tensor pow(Scalar exponent) => Op.Call("pow.Tensor_Scalar", this, exponent);
        public Tensor pow(Tensor exponent) => Op.Call("pow.Tensor_Tensor", this, exponent);
        public Tensor pow_(Scalar exponent) => Op.InPlace("pow_.Scalar", this, exponent);
        public Tensor pow_(Tensor exponent) => Op.InPlace("pow_.Tensor", this, exponent);
        public Tensor square() => Op.Call("square", this);
        public Tensor sqrt() => Op.Call("sqrt", this);
        public Tensor sqrt_() => Op.InPlace("sqrt_", this);
        public Tensor rsqrt() => Op.Call("rsqrt", this);
        public Tensor rsqrt_() => Op.InPlace("rsqrt_", this);
        public Tensor remainder(Scalar scalar) => Op.Call("remainder.Scalar", this, scalar);
        public Tensor remainder(Tensor target) => Op.Call("remainder.Tensor", this, target);
        public Tensor remainder_(Scalar scalar) => Op.InPlace("remainder_.Scalar", this, scalar);
        public Tensor remainder_(Tensor target) => Op.InPlace("remainder_.Tensor", this, target);
        public Tensor fmod(Scalar scalar) => Op.Call("fmod.Scalar", this, scalar);
        public Tensor fmod(Tensor target) => Op.Call("fmod.Tensor", this, target);
        public Tensor fmod_(Scalar scalar) => Op.InPlace("fmod_.Scalar", this, scalar);
        public Tensor fmod_(Tensor target) => Op.InPlace("fmod_.Tensor", this, target);
        public Tensor floor_divide(Scalar other) => Op.Call("floor_divide.Scalar", this, other);
        public Tensor floor_divide(Tensor other) => Op.Call("floor_divide", this, other);
        public Tensor floor_divide_(Scalar other) => Op.InPlace("floor_divide_.Scalar", this, other);
        public Tensor floor_divide_(Tensor other) => Op.InPlace("floor_divide_.Tensor", this, other);
        public Tensor true_divide(Scalar other) => Op.Call("true_divide.Scalar", this, other);
        public Tensor true_divide(Tensor other) => Op.Call("true_divide.Tensor", this, other);
        public Tensor true_divide_(Scalar other) => Op.InPlace("true_divide_.Scalar", this, other);
        public Tensor true_divide_(Tensor other) => Op.InPlace("true_divide_.Tensor", this, other);
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Op.Call("addcmul", this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Op.InPlace("addcmul_", this, tensor1, tensor2, value);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Op.Call("addcdiv", this, tensor1, tensor2);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Op.Call("addcdiv", this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Op.InPlace("addcdiv_", this, tensor1, tensor2);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Op.InPlace("addcdiv_", this, tensor1, tensor2, value);
        public Tensor lerp(Tensor end, Tensor weight) => Op.Call("lerp.Tensor", this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => Op.InPlace("lerp_.Tensor", this, end, weight);
        public Tensor gcd(Tensor other) => Op.Call("gcd", this, other);
        public Tensor gcd_(Tensor other) => Op.InPlace("gcd_", this, other);
        public Tensor lcm(Tensor other) => Op.Call("lcm", this, other);
        public Tensor lcm_(Tensor other) => Op.InPlace("lcm_", this, other);
        public Tensor ldexp(Tensor other) => Op.Call("ldexp.Tensor", this, other);
        public Tensor ldexp_(Tensor other) => Op.InPlace("ldexp_", this, other);
        public Tensor float_power(Tensor target) => Op.Call("float_power.Tensor_Tensor", this, target);
        public Tensor hypot(Tensor other) => Op.Call("hypot", this, other);
    }
}
