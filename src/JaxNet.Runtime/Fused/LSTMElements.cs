using System.Numerics;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What an LSTM's step computes element by element, and its gradients. Gates have the shape [n, 4 size]: the update gate u, the forget gate f, the output
/// gate o, and the new value v; all else has [n, size]. All are contiguous.
/// </summary>
internal static unsafe class LSTMElements
{
    /// <summary>The next cell: f c + u v.</summary>
    public static void Keep(Tensor gates, Tensor cell, Tensor next)
    {
        float* u = Numbers.Of(gates), c = Numbers.Of(cell), o = Numbers.Of(next);
        var (rows, size) = (cell.size(0), (int)cell.size(1));
        for (var row = 0; row < rows; row++, u += 4 * size, c += size, o += size)
        {
            float* f = u + size, v = u + (3 * size);
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
                ((Vector.Load(f + i) * Vector.Load(c + i)) + (Vector.Load(u + i) * Vector.Load(v + i))).Store(o + i);
            for (; i < size; i++)
                o[i] = (f[i] * c[i]) + (u[i] * v[i]);
        }
    }

    /// <summary>The output, o s, where s is the tanh of the next cell.</summary>
    public static void Show(Tensor gates, Tensor shown, Tensor output)
    {
        var (rows, size) = (shown.size(0), (int)shown.size(1));
        float* g = Numbers.Of(gates) + (2 * size), s = Numbers.Of(shown), o = Numbers.Of(output);
        for (var row = 0; row < rows; row++, g += 4 * size, s += size, o += size)
        {
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
                (Vector.Load(g + i) * Vector.Load(s + i)).Store(o + i);
            for (; i < size; i++)
                o[i] = g[i] * s[i];
        }
    }

    /// <summary>
    /// From the gradients h by the output and c by the next cell to those by what the gates were made of. With d = c + h o (1 - s²), they are d v u (1 - u),
    /// d (the cell before) f (1 - f), h s o (1 - o) and d u (1 - v²). The cell before gets d f.
    /// </summary>
    public static void Back(Tensor gates, Tensor cell, Tensor shown, Tensor byOutput, Tensor byCell, Tensor byGates)
    {
        float* gate = Numbers.Of(gates), before = Numbers.Of(cell), s = Numbers.Of(shown);
        float* byHidden = Numbers.Of(byOutput), by = Numbers.Of(byCell), byGate = Numbers.Of(byGates);
        var (rows, size) = (cell.size(0), (int)cell.size(1));
        for (var row = 0; row < rows; row++, gate += 4 * size, byGate += 4 * size, before += size, s += size, byHidden += size, by += size)
        {
            var i = 0;
            for (; i <= size - Vector<float>.Count; i += Vector<float>.Count)
            {
                var (u, f) = (Vector.Load(gate + i), Vector.Load(gate + size + i));
                var (o, v) = (Vector.Load(gate + (2 * size) + i), Vector.Load(gate + (3 * size) + i));
                var (h, t) = (Vector.Load(byHidden + i), Vector.Load(s + i));
                var d = Vector.Load(by + i) + (h * o * (Vector<float>.One - (t * t)));
                (d * v * u * (Vector<float>.One - u)).Store(byGate + i);
                (d * Vector.Load(before + i) * f * (Vector<float>.One - f)).Store(byGate + size + i);
                (h * t * o * (Vector<float>.One - o)).Store(byGate + (2 * size) + i);
                (d * u * (Vector<float>.One - (v * v))).Store(byGate + (3 * size) + i);
                (d * f).Store(by + i);
            }

            for (; i < size; i++)
            {
                var (u, f, o, v) = (gate[i], gate[size + i], gate[(2 * size) + i], gate[(3 * size) + i]);
                var d = by[i] + (byHidden[i] * o * (1 - (s[i] * s[i])));
                byGate[i] = d * v * u * (1 - u);
                byGate[size + i] = d * before[i] * f * (1 - f);
                byGate[(2 * size) + i] = byHidden[i] * s[i] * o * (1 - o);
                byGate[(3 * size) + i] = d * u * (1 - (v * v));
                by[i] = d * f;
            }
        }
    }
}
