namespace JaxNet.Language.Tests.Bodies;

/// <summary>Extension members, for bodies to use.</summary>
internal static partial class TensorMembers
{
    extension(Tensor x)
    {
        public Tensor Half => x / 2;

        public Tensor Plus(Tensor y) => x + y;
    }

    [Parametrized]
    public static partial Tensor BesideABlock(Tensor x) => Dense(x.Half, 3).Plus(x);
}

/// <summary>What C# 13 and 14 brought to the language.</summary>
public sealed partial class RecentCSharp
{
    internal sealed class Settings
    {
        public long Width { get; set => field = Math.Max(1, value); }

        public Settings? Inner { get; set; }
    }

    [Fact]
    public void Extension_members() => Body.Of(TensorMembers.BesideABlock()).Draws(Denses("dense", 3, 3)).Is((p, x) => Affine(x / 2, p.Dense) + x);

    [Parametrized]
    private static partial Tensor Assigned(Tensor x, Settings settings, Settings? none = null)
    {
        settings?.Inner = new Settings { Width = 2 };
        none?.Width = 100;
        none?.Inner?.Width += 1;
        return Dense(x, settings!.Inner!.Width);
    }

    [Fact]
    public void Assignments_where_there_is_something() => Body.Of(Assigned(new Settings { Width = -3 })).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Spread(Tensor x, params IEnumerable<long> widths)
    {
        foreach (var width in (long[])[.. widths, 4])
            x = Dense(x, width);

        Layer last = Dense(4);
        Layer[] some = [Relu, last];
        Span<long> sizes = stackalloc long[] { 2, 3 };
        foreach (ref var size in sizes)
            size += 1;

        ReadOnlySpan<Tensor> both = [Dense(x, sizes[0]), Parameter([3], Initializers.Ones(), "shift")];
        return Sequential(x, [.. some, Tanh, .. some]) * (both[0] + both[^1]).sum();
    }

    [Fact]
    public void Spreads_and_spans() => Body.Of(Spread(2))
        .Draws([.. Denses("dense0.0 dense0.1", 3, 2, 4), .. Denses("dense1", 4, 3), One("shift", 3), .. Denses("sequential.dense", 4, 4)])
        .Is((p, x) =>
        {
            x = Affine(x, p.Dense0[0], p.Dense0[1]);
            var factor = (Affine(x, p.Dense1) + p.Shift).sum();
            var last = (DenseParams)p.Sequential["dense"];
            return Affine(Relu(tanh(Affine(Relu(x), last))), last) * factor;
        });

    private delegate bool Parse(string text, out int value);

    [Parametrized]
    private static partial Tensor Lambdas(Tensor x)
    {
        Parse parse = (text, out value) => int.TryParse(text, out value);
        var sum = (scoped Span<int> first, params int[] more) => first.Length + more.Length;
        parse("3", out var width);
        var gate = new System.Threading.Lock();
        lock (gate)
            x = Dense(x, width + sum([1], 2, 3)) * nameof(List<>).Length;

        return x;
    }

    [Fact]
    public void Lambdas_with_modifiers() => Body.Of(Lambdas()).Draws(Denses("dense", 3, 6)).Is((p, x) => Affine(x, p.Dense) * 4);
}
