using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Activation functions. In place, as in TorchSharp, the result is another tensor on the same memory.
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_().alias() : x.relu6();
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) => inplace ? input.leaky_relu_(negative_slope).alias() : input.leaky_relu(negative_slope);
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? Op.InPlace("elu_", x, alpha).alias() : Op.Call("elu", x, alpha);
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? Op.InPlace("celu_", x, alpha).alias() : Op.Call("celu", x, alpha);
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_().alias() : x.selu();
            public static Tensor gelu(Tensor x) => x.gelu();
            public static Tensor glu(Tensor input, long dim = -1) => Op.Call("glu", input, dim);
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Op.Call("softplus", x, beta, threshold);
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? input.hardsigmoid_().alias() : input.hardsigmoid();
            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? input.hardswish_().alias() : input.hardswish();
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) => inplace ? x.hardtanh_(min_val, max_val).alias() : x.hardtanh(min_val, max_val);
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => Op.Call("hardshrink", x, lambda);
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => Op.Call("softshrink", x, lambda);
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Mish(Tensor x) => Op.Call("mish", x);
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Softsign(Tensor x) => x / (1 + x.abs());
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Tanhshrink(Tensor x) => x - x.tanh();
            [Obsolete("Not using the PyTorch naming convention.")]
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) => inplace ? Op.InPlace("threshold_", x, threshold, value).alias() : Op.Call("threshold", x, threshold, value);
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
            public static Tensor softmax2d(Tensor x) => x.softmax(-3);
            public static Tensor softmin(Tensor x, long dim) => (-x).softmax(dim);
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);
        }
    }
}
