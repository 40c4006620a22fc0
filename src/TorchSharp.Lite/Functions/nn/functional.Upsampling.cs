using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Upsampling: to sizes, or by factors.
        public static partial class functional
        {
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                Op.Call("upsample_nearest1d.vec", input, outputSize is { } size ? Each(size) : Arg.None, scaleFactor is { } factor ? new[] { factor } : Arg.None);

            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => Op.Call("upsample_nearest2d.vec", input, outputSizes, scaleFactors);

            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => Op.Call("upsample_nearest3d.vec", input, outputSizes, scaleFactors);
        }
    }
}
