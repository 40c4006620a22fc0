using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Comparisons, element by element; the result is a tensor of truth values, except of those that return bool.</summary>
    public partial class Tensor
    {
        public Tensor eq(Scalar target) => Op.Call("eq.Scalar", this, target);
        public Tensor eq(Tensor target) => Op.Call("eq.Tensor", this, target);
        public Tensor eq_(Scalar target) => Op.InPlace("eq_.Scalar", this, target);
        public Tensor eq_(Tensor target) => Op.InPlace("eq_.Tensor", this, target);
        public Tensor ne(Scalar target) => Op.Call("ne.Scalar", this, target);
        public Tensor ne(Tensor target) => Op.Call("ne.Tensor", this, target);
        public Tensor ne_(Scalar target) => Op.InPlace("ne_.Scalar", this, target);
        public Tensor ne_(Tensor target) => Op.InPlace("ne_.Tensor", this, target);
        public Tensor lt(Scalar target) => Op.Call("lt.Scalar", this, target);
        public Tensor lt(Tensor target) => Op.Call("lt.Tensor", this, target);
        public Tensor lt_(Scalar target) => Op.InPlace("lt_.Scalar", this, target);
        public Tensor lt_(Tensor target) => Op.InPlace("lt_.Tensor", this, target);
        public Tensor le(Scalar target) => Op.Call("le.Scalar", this, target);
        public Tensor le(Tensor target) => Op.Call("le.Tensor", this, target);
        public Tensor le_(Scalar target) => Op.InPlace("le_.Scalar", this, target);
        public Tensor le_(Tensor target) => Op.InPlace("le_.Tensor", this, target);
        public Tensor gt(Scalar target) => Op.Call("gt.Scalar", this, target);
        public Tensor gt(Tensor target) => Op.Call("gt.Tensor", this, target);
        public Tensor gt_(Scalar target) => Op.InPlace("gt_.Scalar", this, target);
        public Tensor gt_(Tensor target) => Op.InPlace("gt_.Tensor", this, target);
        public Tensor ge(Scalar target) => Op.Call("ge.Scalar", this, target);
        public Tensor ge(Tensor target) => Op.Call("ge.Tensor", this, target);
        public Tensor ge_(Scalar target) => Op.InPlace("ge_.Scalar", this, target);
        public Tensor ge_(Tensor target) => Op.InPlace("ge_.Tensor", this, target);
        public Tensor less(Tensor target) => Op.Call("less.Tensor", this, target);
        public Tensor less_equal(Tensor target) => Op.Call("less_equal.Tensor", this, target);
        public Tensor less_equal_(Tensor target) => Op.InPlace("less_equal_.Tensor", this, target);
        public Tensor greater(Tensor target) => Op.Call("greater.Tensor", this, target);
        public Tensor greater_equal(Tensor target) => Op.Call("greater_equal.Tensor", this, target);
        public Tensor not_equal(Tensor target) => Op.Call("not_equal.Tensor", this, target);
        public Tensor not_equal_(Tensor target) => Op.InPlace("not_equal_.Tensor", this, target);
        public Tensor maximum(Tensor other) => Op.Call("maximum", this, other);
        public Tensor minimum(Tensor other) => Op.Call("minimum", this, other);
        public Tensor fmax(Tensor other) => Op.Call("fmax", this, other);
        public Tensor fmin(Tensor other) => Op.Call("fmin", this, other);
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => Op.Call("isclose", this, other, rtol, atol, nanEqual);
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => Op.Bool("allclose", this, target, rtol, atol, equal_nan);
        public Tensor isnan() => Op.Call("isnan", this);
        public Tensor isinf() => Op.Call("isinf", this);
        public Tensor isfinite() => Op.Call("isfinite", this);
        public Tensor isposinf() => Op.Call("isposinf", this);
        public Tensor isneginf() => Op.Call("isneginf", this);
        public Tensor isreal() => Op.Call("isreal", this);
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) => Op.Call("isin.Tensor_Tensor", this, test_elements, assumeUnique, invert);
        public Tensor heaviside(Tensor other) => Op.Call("heaviside", this, other);
    }
}
