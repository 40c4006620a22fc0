using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Streams;

/// <summary>
/// Poisson integers. All elements are drawn at a time, round by round, until the last is done: each round has a key. Means
/// below 10 count uniform numbers until their product falls below exp(-mean), as Knuth does; larger ones reject by Hörmann,
/// "The transformed rejection method for generating Poisson random variables" (1993).
/// </summary>
internal static unsafe class PoissonDraw
{
    private const float RejectionFrom = 10;

    public static Tensor Of(Key key, Tensor lam, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        var device = key.Device;
        var count = checked((int)Draw.Count(key, shape, 1));
        var means = lam.detach().cpu().type(ScalarType.Float32).broadcast_to(shape.ToArray()).contiguous();
        var result = Draw.New(shape, ScalarType.Int32, (long)count * sizeof(int));
        var meanSpan = new ReadOnlySpan<float>(Draw.Address(means), count);
        var resultSpan = new Span<int>(Draw.Address(result), count);

        // As in JAX, both start from the same key: each number comes from one of the two only.
#pragma warning disable JXN0014
        ByCounting(key, meanSpan, resultSpan);
        ByRejection(key, meanSpan, resultSpan);
#pragma warning restore JXN0014
        GC.KeepAlive(means);
        return scope.MoveToOuter(Draw.Placed(result, device));
    }

    private static bool IsCounted(float mean) => !(mean >= RejectionFrom);

    private static void ByCounting(Key key, ReadOnlySpan<float> means, Span<int> counts)
    {
        var u = new float[means.Length];
        var logProducts = new float[means.Length];
        counts.Clear();
        bool anyLeft;
        do
        {
            anyLeft = false;
            (key, var subkey) = key.Split();
            Uniform(subkey, u);
            for (var i = 0; i < means.Length; i++)
            {
                if (!IsCounted(means[i]) || !(logProducts[i] > -means[i])) continue;
                counts[i]++;
                logProducts[i] += MathF.Log(u[i]);
                anyLeft |= logProducts[i] > -means[i];
            }
        }
        while (anyLeft);

        // The last number was one too many. Nothing was counted of a mean of zero.
        for (var i = 0; i < means.Length; i++) counts[i] = means[i] == 0 ? 0 : counts[i] - 1;
    }

    private static void ByRejection(Key key, ReadOnlySpan<float> means, Span<int> counts)
    {
        var u = new float[means.Length];
        var v = new float[means.Length];
        var left = new List<int>();
        for (var i = 0; i < means.Length; i++)
            if (!IsCounted(means[i])) left.Add(i);

        while (left.Count > 0)
        {
            var keys = key.Split(3);
            key = keys[0];
            Uniform(keys[1], u);
            Uniform(keys[2], v);
            var stillLeft = new List<int>();
            foreach (var i in left)
            {
                if (Accepts(means[i], u[i] - 0.5f, v[i], out var k)) counts[i] = (int)k;
                else stillLeft.Add(i);
            }

            left = stillLeft;
        }
    }

    private static bool Accepts(float mean, float u, float v, out float k)
    {
        // The names and constants are those of Hörmann's algorithm PTRS.
        var b = 0.931f + 2.53f * MathF.Sqrt(mean);
        var a = -0.059f + 0.02483f * b;
        var us = 0.5f - MathF.Abs(u);
        k = MathF.Floor((2 * a / us + b) * u + mean + 0.43f);
        if (us >= 0.07f && v <= 0.9277f - 3.6224f / (b - 2)) return true;
        if (k < 0 || (us < 0.013f && v > us)) return false;

        var inverseAlpha = 1.1239f + 1.1328f / (b - 3.4f);
        return MathF.Log(v * inverseAlpha / (a / (us * us) + b)) <= -mean + k * MathF.Log(mean) - LogGammaFunction.Of(k + 1);
    }

    private static void Uniform(Key key, float[] destination)
    {
        fixed (float* numbers = destination) WordStream.Fill(key, numbers, destination.Length, new UniformFloats(0, 1));
    }
}
