using System.Numerics;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What a GRU's step computes element by element, and its gradients. Gates have the shape [n, 2 size], the update gate u before
/// the reset gate r; all else has [n, size]. All are contiguous.
/// </summary>
internal static unsafe class GRUElements
{
    /// <summary>The carry that the reset gate lets through: r h.</summary>
    public static void PassCarry(Tensor gates, Tensor carry, Tensor passed)
    {
        float* g = Numbers.Of(gates), h = Numbers.Of(carry), p = Numbers.Of(passed);
        var (rows, size) = (carry.size(0), (int)carry.size(1));
        for (var row = 0; row < rows; row++, g += 2 * size, h += size, p += size)
        {
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
                (Vector.Load(g + size + i) * Vector.Load(h + i)).Store(p + i);
            for (; i < size; i++)
                p[i] = g[size + i] * h[i];
        }
    }

    /// <summary>The next carry: u c + (1 - u) h.</summary>
    public static void Mix(Tensor gates, Tensor compute, Tensor carry, Tensor next)
    {
        float* g = Numbers.Of(gates), c = Numbers.Of(compute), h = Numbers.Of(carry), o = Numbers.Of(next);
        var (rows, size) = (carry.size(0), (int)carry.size(1));
        for (var row = 0; row < rows; row++, g += 2 * size, c += size, h += size, o += size)
        {
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
            {
                var u = Vector.Load(g + i);
                ((u * Vector.Load(c + i)) + ((Vector<float>.One - u) * Vector.Load(h + i))).Store(o + i);
            }

            for (; i < size; i++)
                o[i] = (g[i] * c[i]) + ((1 - g[i]) * h[i]);
        }
    }

    /// <summary>
    /// From the gradient by the next carry to those by what the update gate and the new value were made of: d (c - h) u (1 - u) and
    /// d u (1 - c²). What is left of it goes to the carry: d (1 - u).
    /// </summary>
    public static void MixBack(Tensor gates, Tensor compute, Tensor carry, Tensor byCarry, Tensor byGates, Tensor byCompute)
    {
        float* g = Numbers.Of(gates), c = Numbers.Of(compute), h = Numbers.Of(carry);
        float* d = Numbers.Of(byCarry), dg = Numbers.Of(byGates), dc = Numbers.Of(byCompute);
        var (rows, size) = (carry.size(0), (int)carry.size(1));
        for (var row = 0; row < rows; row++, g += 2 * size, c += size, h += size, d += size, dg += 2 * size, dc += size)
        {
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
            {
                var (u, v, by) = (Vector.Load(g + i), Vector.Load(c + i), Vector.Load(d + i));
                var kept = by * (Vector<float>.One - u);
                (kept * u * (v - Vector.Load(h + i))).Store(dg + i);
                (by * u * (Vector<float>.One - (v * v))).Store(dc + i);
                kept.Store(d + i);
            }

            for (; i < size; i++)
            {
                var kept = d[i] * (1 - g[i]);
                dg[i] = kept * g[i] * (c[i] - h[i]);
                dc[i] = d[i] * g[i] * (1 - (c[i] * c[i]));
                d[i] = kept;
            }
        }
    }

    /// <summary>From the gradient by what the reset gate let through: d r to the carry, and d h r (1 - r) to what the gate was made of.</summary>
    public static void PassCarryBack(Tensor gates, Tensor carry, Tensor byPassed, Tensor byCarry, Tensor byGates)
    {
        float* g = Numbers.Of(gates), h = Numbers.Of(carry), d = Numbers.Of(byPassed);
        float* dh = Numbers.Of(byCarry), dg = Numbers.Of(byGates);
        var (rows, size) = (carry.size(0), (int)carry.size(1));
        for (var row = 0; row < rows; row++, g += 2 * size, h += size, d += size, dh += size, dg += 2 * size)
        {
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
            {
                var (r, by) = (Vector.Load(g + size + i), Vector.Load(d + i));
                var through = by * r;
                (Vector.Load(dh + i) + through).Store(dh + i);
                (through * Vector.Load(h + i) * (Vector<float>.One - r)).Store(dg + size + i);
            }

            for (; i < size; i++)
            {
                var through = d[i] * g[size + i];
                dh[i] += through;
                dg[size + i] = through * h[i] * (1 - g[size + i]);
            }
        }
    }
}
