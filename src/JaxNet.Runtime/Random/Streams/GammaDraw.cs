using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Streams;

/// <summary>
/// Gamma numbers by Marsaglia and Tsang, "A simple method for generating gamma variables" (2000): cubes of normal numbers,
/// some of which are rejected. Each element has a key of its own.
/// </summary>
internal static unsafe class GammaDraw
{
    /// <summary>A tensor of gamma numbers, or of their logarithms, with the parameters of the given tensor.</summary>
    public static Tensor Of(Key key, Tensor alpha, ReadOnlySpan<long> shape, bool logarithm)
    {
        using var scope = NewDisposeScope();
        var device = key.Device;
        var count = Draw.Count(key, shape, 2);
        var alphas = alpha.detach().cpu().type(ScalarType.Float32).broadcast_to(shape.ToArray()).contiguous();
        var result = Draw.New(shape, ScalarType.Float32, count * sizeof(float));
        var keys = key.Split(checked((int)result.numel()));
        Fill(keys, (float*)Draw.Address(alphas), (float*)Draw.Address(result), logarithm);
        GC.KeepAlive(alphas);
        return scope.MoveToOuter(Draw.Placed(result, device));
    }

    private static void Fill(Key[] keys, float* alphas, float* destination, bool logarithm)
    {
        // An element costs some ten words.
        if (Cores.AreWorthIt(10L * keys.Length)) Cores.RunChunks(keys.Length, 64, FillSome);
        else FillSome(0, keys.Length);

        void FillSome(long begin, long end)
        {
            for (var i = begin; i < end; i++) destination[i] = One(keys[i], alphas[i], logarithm);
        }
    }

    private static float One(Key key, float alpha, bool logarithm)
    {
        // The method needs a parameter of 1 or more. A smaller one is boosted: Gamma(a) is Gamma(a + 1) times a uniform number to the power of 1/a.
        var boost = !(alpha >= 1);
        var d = (boost ? alpha + 1 : alpha) - 1f / 3;
        var c = 1f / 3 / MathF.Sqrt(d);

        (key, var boostKey) = key.Split();
        var v = Accepted(key, d, c);
        return logarithm
            ? MathF.Log(d) + MathF.Log(v) + (boost ? LogBoost(boostKey, alpha) : 0)
            : d * v * (boost ? MathF.Pow(1 - boostKey.UniformNumber(), 1 / alpha) : 1);
    }

    private static float Accepted(Key key, float d, float c)
    {
        while (true)
        {
            var keys = key.Split(3);
            key = keys[0];
            var (x, root) = Positive(keys[1], c);
            var square = x * x;
            var v = root * root * root;
            var u = keys[2].UniformNumber();

            // Written so that NaN is accepted, as in JAX: a parameter that is NaN gives NaN, not an endless loop.
            if (!(u >= 1 - 0.0331f * (square * square) && MathF.Log(u) >= square * 0.5f + d * (1 - v + MathF.Log(v)))) return v;
        }
    }

    private static (float X, float Root) Positive(Key key, float c)
    {
        while (true)
        {
            (key, var normalKey) = key.Split();
            var x = normalKey.NormalNumber();
            var root = MathF.FusedMultiplyAdd(x, c, 1);
            if (!(root <= 0)) return (x, root);
        }
    }

    // As an exponential number, which is zero where the uniform one is: then 1/a is left out, which may be infinite.
    private static float LogBoost(Key key, float alpha)
    {
        var log = -key.ExponentialNumber();
        return log == 0 ? 0 : log * (1 / alpha);
    }
}
