using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Padding: a pair of widths for each dimension, from the last one backwards; a single width for all sides of all dimensions.
        public static partial class functional
        {
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Constant or PaddingModes.Zeros => Op.Call("constant_pad_nd", input, pad, value),
                PaddingModes.Circular => Op.Call("_pad_circular", input, pad),
                PaddingModes.Reflect => Op.Call(Nd("reflection_pad1d", "reflection_pad2d", "reflection_pad3d", pad), input, pad),
                _ => Op.Call(Nd("replication_pad1d", "replication_pad2d", "replication_pad3d", pad), input, pad),
            };

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, [.. Enumerable.Repeat(pad, 2 * (int)input.ndim)], mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            private static string Nd(string one, string two, string three, long[] pad) => pad.Length switch
            {
                2 => one,
                4 => two,
                _ => three,
            };
        }
    }
}
