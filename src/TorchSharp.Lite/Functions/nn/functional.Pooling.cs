using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Pooling. TorchSharp's functions of windows and strides have changed between versions; a view by Tensor.unfold serves instead.
        public static partial class functional
        {
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Op.Call("adaptive_avg_pool1d", input, Each(output_size));
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => Op.Call("adaptive_avg_pool2d", input, (output_size, output_size));
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => Op.Call("adaptive_avg_pool2d", input, output_size);
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Op.Call("adaptive_avg_pool2d", input, output_size);
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => Op.Call("adaptive_avg_pool3d", input, (output_size, output_size, output_size));
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => Op.Call("adaptive_avg_pool3d", input, output_size);
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Op.Call("adaptive_avg_pool3d", input, output_size);
        }
    }
}
