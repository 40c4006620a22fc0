namespace JaxNet.Language.Tests.Bodies;

/// <summary>C#'s other statements.</summary>
public sealed partial class Statements
{
    private static readonly object s_gate = new();

    [Parametrized]
    private static partial Tensor Everything(Tensor x)
    {
        const long width = 2;
        long unused, n = width;
        ;
        {
            var inner = Dense(x, n);
            x = inner;
        }

        lock (s_gate)
        {
            x = Dense(x, n + 1);
        }

        checked
        {
            n += 2;
        }

        unused = n;
        _ = unused;
        using (no_grad())
        {
            n = Dense(x, n).shape[^1];
        }

        using var stream = new MemoryStream();
        return Dense(x, n);
    }

    [Fact]
    public void Blocks_locks_and_usings() => Body.Of(Everything()).Draws([.. Denses("dense0 dense1", 3, 2, 3), .. Denses("dense2", 3, 4), .. Denses("dense3", 3, 4)])
        .Is((p, x) => Affine(x, p.Dense0, p.Dense1, p.Dense3));

    [Parametrized]
    private static partial Tensor OneLine(Tensor x) { var y = Dense(x, 3); if (y.dim() > 5) { return x; } return Dense(y, 2) + Dense(y, 2); }

    [Fact]
    public void Everything_on_one_line() => Body.Of(OneLine()).Draws([.. Denses("dense0", 3, 3), .. Denses("dense1", 3, 2), .. Denses("dense2", 3, 2)]).Is((p, x) =>
    {
        x = Affine(x, p.Dense0);
        return Affine(x, p.Dense1!) + Affine(x, p.Dense2!);
    });

    [Parametrized]
    private static partial Tensor Comments(Tensor x) // Behind the signature.
    {
        // Before; Dense(x, 99) is not called.
        var y = /* inside */ Dense( // behind the parenthesis
            x, /* width: */ 2 // two
            /* end */); /* after the statement */

#pragma warning disable CS0219
        var unused = "// no comment, and no Dense(x, 3) either";
#pragma warning restore CS0219
        /* many
           lines */ return y /* times */ * /* two */ 2;
    }

    [Fact]
    public void Comments_everywhere() => Body.Of(Comments()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense) * 2);

    [Parametrized]
    private static partial Tensor Conditional(Tensor x)
    {
#if NEVER_DEFINED
        x = Dense(x, 7);
#elif !DEBUG && !RELEASE && !NET
        x = Dense(x, 8);
#else
        x = Dense(x, 2);
#endif
        #region nothing
        return x;
        #endregion
    }

    [Fact]
    public void Conditional_source() => Body.Of(Conditional()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Assignments(Tensor x)
    {
        Tensor a, b;
        a = b = Dense(x, 3);
        a += Dense(b, 3);
        a *= b -= Parameter([3], Initializers.Ones(), "shift");
        (a, (b, var c)) = (b, (a, Dense(a, 3)));
        return a + 2 * b + 3 * c;
    }

    [Fact]
    public void Assignments_of_all_kinds() => Body.Of(Assignments())
        .Draws([.. Denses("dense0 dense1", 3, 3, 3), One("shift", 3), .. Denses("dense2", 3, 3)])
        .Is((p, x) =>
        {
            var first = Affine(x, p.Dense0);
            var b = first - p.Shift;
            var a = (first + Affine(first, p.Dense1)) * b;
            return b + 2 * a + 3 * Affine(a, p.Dense2);
        });

    [Parametrized]
    private static partial Tensor Counters(Tensor x)
    {
        var i = 1;
        var widths = new long[] { 5, 2, 3, 4 };
        var y = Dense(x, widths[i++]);
        return Dense(y, widths[++i]) * i;
    }

    [Fact]
    public void Effects_in_arguments_happen_once() => Body.Of(Counters()).Draws(Denses("dense0 dense1", 3, 2, 4)).Is((p, x) => Affine(x, p.Dense0, p.Dense1) * 3);

    [Parametrized]
    private static partial Tensor ShapeEffects(Tensor x)
    {
        long n = 2;
        var w = Parameter([3, n++], Initializers.Ones(), "w");
        var v = Parameter([n--, n], Initializers.Ones(), "v");
        return x.matmul(w).matmul(v[..2]) * n;
    }

    [Fact]
    public void Effects_in_shapes_happen_once() => Body.Of(ShapeEffects()).Draws(One("w", 3, 2), One("v", 3, 2)).Is((p, x) => x.matmul(p.W).matmul(p.V[..2]) * 2);

    [Parametrized]
    private static partial Tensor Order(Tensor x) => Combine(second: Dense(x, 2), first: Parameter([2], Initializers.Normal(), "table"), third: Dense(x, 2));

    private static Tensor Combine(Tensor first, Tensor second, Tensor third) => first + 2 * second + 3 * third;

    [Fact]
    public void Named_arguments_are_drawn_as_they_are_written() => Body.Of(Order())
        .Draws([.. Denses("dense0", 3, 2), Normal("table", 2), .. Denses("dense1", 3, 2)])
        .Is((p, x) => p.Table + 2 * Affine(x, p.Dense0) + 3 * Affine(x, p.Dense1));

    [Parametrized]
    private static partial Tensor Inside(Tensor x) => Dense(Dense(Dense(x, 4), kernelInit: Initializers.Ones(), outDim: 3), 2);

    [Fact]
    public void The_outermost_call_is_the_first_by_name_and_the_last_to_be_drawn() => Body.Of(Inside())
        .Draws([.. Denses("dense2", 3, 4), Leaf("dense1.kernel", Initializers.Ones(), 4, 3), Bias("dense1", 3), .. Denses("dense0", 3, 2)])
        .Is((p, x) => Affine(x, p.Dense2, p.Dense1, p.Dense0));

    [Parametrized]
    private static partial Tensor Shadows(Tensor x)
    {
        Tensor Apply(Tensor scope) => scope * 2;
        var (scope, parameters, builder, denseIndex) = (1, 2f, 3, 4);
        for (var i = 0; i < scope + 1; i++)
            x = Dense(x, 3);

        return Apply(x) * parameters + builder + denseIndex;
    }

    [Fact]
    public void Locals_that_are_named_like_glue() => Body.Of(Shadows()).Draws(Denses("dense.0 dense.1", 3, 3, 3)).Is((p, x) => Affine(x, p.Dense) * 4 + 7);

    [Parametrized]
    private static partial Tensor Discarded(Tensor x)
    {
        Dense(x, 1);
        _ = Dense(x, 2);
        Parameter([4], Initializers.Ones(), "unused");
        return x;
    }

    [Fact]
    public void Results_that_nobody_takes() => Body.Of(Discarded()).Draws([.. Denses("dense0", 3, 1), .. Denses("dense1", 3, 2), One("unused", 4)]).Is((p, x) => x);
}
