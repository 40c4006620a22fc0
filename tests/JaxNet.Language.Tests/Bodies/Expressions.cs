using System.Globalization;

namespace JaxNet.Language.Tests.Bodies;

/// <summary>Calls in all places where C# takes an expression.</summary>
public sealed partial class Expressions
{
    private static readonly List<string> s_log = [];

    private static Tensor Take(Tensor x, out long width)
    {
        width = x.shape[^1];
        return x;
    }

    [Parametrized]
    private static partial Tensor OutVar(Tensor x) => Dense(Take(Dense(x, 4), out var width), width - 2) * width;

    [Fact]
    public void Out_var_in_an_argument() => Body.Of(OutVar()).Draws(Denses("dense1 dense0", 3, 4, 2)).Is((p, x) => Affine(x, p.Dense1, p.Dense0) * 4);

    [Parametrized]
    private static partial Tensor PatternVar(Tensor x) => Dense(x is { shape: [_, var width] } ? x : throw new ArgumentException("No rows."), width + 1);

    [Fact]
    public void A_pattern_variable_in_an_argument() => Body.Of(PatternVar()).Draws(Denses("dense", 3, 4)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor OutInShape(Tensor x) => Parameter([long.TryParse("3", NumberStyles.Integer, null, out var n) ? n : 1], Initializers.Ones(), "w") * x + n;

    [Fact]
    public void Out_var_in_a_shape() => Body.Of(OutInShape()).Draws(One("w", 3)).Is((p, x) => p.W * x + 3);

    [Parametrized]
    private static partial Tensor OutInInitializer(Tensor x) => Parameter([3], Pick("two", out var value), "w") * x + value;

    private static Initializer Pick(string name, out double value) => Initializers.Constant(value = name == "two" ? 2 : 1);

    [Fact]
    public void Out_var_in_an_initializer() => Body.Of(OutInInitializer()).Draws(Leaf("w", Initializers.Constant(2), 3)).Is((p, x) => p.W * x + 2);

    [Parametrized]
    private static partial Tensor Interpolated(Tensor x)
    {
        s_log.Add($"{Dense(x, 2).shape[^1]:D3} and {Parameter([3], Initializers.Ones(), "w").shape[0],5} {(x.dim() > 9 ? $"{Dense(x, 5)}" : "")}");
        s_log.Add($"""
            {Dense(x, 4).shape[1]}
            """);
        return x * s_log.Count(line => line.Contains("002")) * 0 + x;
    }

    [Fact]
    public void Calls_in_interpolated_strings() => Body.Of(Interpolated()).Draws([.. Denses("dense0", 3, 2), One("w", 3), .. Denses("dense2", 3, 4)]).Is((p, x) => x);

    [Parametrized]
    private static partial Tensor Operators(Tensor x) => -Dense(x, 2)[0] + (Dense(x, 2) * 2)[1..][0] - (Dense(x, 2)[0, ..] % 1000) * 0;

    [Fact]
    public void Operators_and_indexers() => Body.Of(Operators()).Draws([.. Denses("dense0", 3, 2), .. Denses("dense1", 3, 2), .. Denses("dense2", 3, 2)])
        .Is((p, x) => -Affine(x, p.Dense0)[0] + Affine(x, p.Dense1)[1] * 2);

    [Parametrized]
    private static partial Tensor Collections(Tensor x)
    {
        Tensor[] some = [Dense(x, 2), .. new[] { Dense(x, 2), x[.., ..2] }];
        var list = new List<Tensor> { Dense(x, 2) };
        var (index, byName) = (^1, new Dictionary<string, Tensor> { { "a", Dense(x, 2) }, { "b", Dense(x, 2) } });
        return some[0] + some[index] * list[0] + byName["a"] - byName["b"] + some[1];
    }

    [Fact]
    public void Collections_and_initializers() => Body.Of(Collections())
        .Draws([.. Enumerable.Range(0, 5).SelectMany(i => Denses($"dense{i}", 3, 2))])
        .Is((p, x) => Affine(x, p.Dense0) + x[.., ..2] * Affine(x, p.Dense2) + Affine(x, p.Dense3) - Affine(x, p.Dense4) + Affine(x, p.Dense1));

    private sealed class Holder
    {
        public required Tensor Value { get; set; }

        public Tensor this[int index] => Value * index;

        public (Tensor A, Tensor B) Both => (Value, Value * 2);
    }

    [Parametrized]
    private static partial Tensor Objects(Tensor x)
    {
        Holder holder = new() { Value = Dense(x, 2) };
        holder.Value = Dense(holder.Value, 3);
        var anonymous = new { Scaled = holder[Dense(x, 2).shape[1] == 2 ? 3 : 4], holder.Both };
        return anonymous.Scaled + anonymous.Both.B;
    }

    [Fact]
    public void Objects_and_anonymous_types() => Body.Of(Objects()).Draws([.. Denses("dense0 dense1", 3, 2, 3), .. Denses("dense2", 3, 2)])
        .Is((p, x) => Affine(x, p.Dense0, p.Dense1) * 5);

    [Parametrized]
    private static partial Tensor Chained(Tensor x) => Dense(x, 4).relu().matmul(Parameter([4, 2], Initializers.Normal(), "w")).add(Dense(x, 2).tanh()).sum(1);

    [Fact]
    public void Chained_calls() => Body.Of(Chained()).Draws([.. Denses("dense0", 3, 4), Normal("w", 4, 2), .. Denses("dense1", 3, 2)])
        .Is((p, x) => (Affine(x, p.Dense0).relu().matmul(p.W) + Affine(x, p.Dense1).tanh()).sum(1));

    [Parametrized]
    private static partial Tensor Parenthesized(Tensor x) => (((Tensor)(Dense(((x)), (2)))!))!;

    [Fact]
    public void Parentheses_casts_and_exclamation_marks() => Body.Of(Parenthesized()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Qualified(Tensor x) =>
        JaxNet.Layers.Dense(x, 3) + global::JaxNet.Layers.Dense(x, 3) * Primitives.Parameter([3], Initializers.Ones(), "w") + Expressions.Chained(x)[0];

    [Fact]
    public void Qualified_names() => Body.Of(Qualified())
        .Draws([.. Denses("dense0", 3, 3), .. Denses("dense1", 3, 3), One("w", 3), .. Denses("chained.dense0", 3, 4), Normal("chained.w", 4, 2), .. Denses("chained.dense1", 3, 2)])
        .Is((p, x) => Affine(x, p.Dense0) + Affine(x, p.Dense1) * p.W +
            (Affine(x, p.Chained.Dense0).relu().matmul(p.Chained.W) + Affine(x, p.Chained.Dense1).tanh()).sum(1)[0]);

    [Parametrized]
    private static partial Tensor AsAssignment(Tensor x)
    {
        Tensor w;
        var y = (w = Parameter([3], Initializers.Ones(), "w")) * x;
        Tensor? last = null;
        return y + (last ??= w) + (last = Dense(x, 3));
    }

    [Fact]
    public void A_parameter_in_an_assignment_that_is_an_expression() => Body.Of(AsAssignment()).Draws([One("w", 3), .. Denses("dense", 3, 3)])
        .Is((p, x) => p.W * x + p.W + Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor SwitchInArgument(Tensor x, string size) => Dense(x, size switch { "small" => 2, "large" => 4, _ => size.Length });

    [Fact]
    public void A_switch_expression_in_an_argument() => Body.Of(SwitchInArgument("large")).Draws(Denses("dense", 3, 4)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Names(Tensor x)
    {
        const string prefix = "up";
        const string kernel = "kernel";
        return x * Parameter([3], Initializers.Ones(), nameof(kernel)) * Parameter([3], Initializers.Ones(), $"{prefix}_{kernel}") + nameof(Dense).Length;
    }

    [Fact]
    public void Constant_names() => Body.Of(Names()).Draws(One("kernel", 3), One("up_kernel", 3)).Is((p, x) => x * p.Kernel * p.UpKernel + 5);

    [Parametrized]
    private static partial Tensor Clashing(Tensor x) => x * Parameter([3], Initializers.Ones(), "w") + Parameter([3], Initializers.Zeros(), "w") + Parameter([1], Initializers.Ones());

    [Fact]
    public void Names_that_clash() => Body.Of(Clashing()).Draws(One("w0", 3), Leaf("w1", Initializers.Zeros(), 3), One("parameter", 1)).Is((p, x) => x * p.W0 + p.W1 + p.Parameter);

    [Parametrized]
    private static partial Tensor Linq(Tensor x)
    {
        var y = Dense(x, 2);
        var rows = from row in y.unbind(0) where row.dim() == 1 select row * 2;
        return stack(rows.Select((row, i) => row + i).ToArray());
    }

    [Fact]
    public void Results_in_queries() => Body.Of(Linq()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense) * 2 + tensor(new[,] { { 0f }, { 1f } }));

    [Parametrized]
    private static partial Tensor Numbers(Tensor x) =>
        x * 0x_0F + 1_000L + 'a' + 2.5e-1f + (double)Dense(x, unchecked((long)2u)).shape[1] + sizeof(int) + default(int) + @"\n".Length + "\u0041\"{"[0];

    [Fact]
    public void Literals() => Body.Of(Numbers()).Draws(Denses("dense", 3, 2)).Is((p, x) => x * 15 + (1000 + 97 + 0.25 + 2 + 4 + 0 + 2 + 65));

    [Parametrized]
    private static partial Tensor Assured(Tensor x) => x * (Parameter([3], Initializers.Ones(), "w"))! + (Parameter(key => (ones(3), zeros(3)), "pair").Item1)! * (Dense(x, 3))!;

    [Fact]
    public void Assurances_that_nothing_is_null() =>
        Body.Of(Assured()).Draws([One("w", 3), Many(_ => [("pair.0", ones(3)), ("pair.1", zeros(3))]), .. Denses("dense", 3, 3)]).Is((p, x) => x * p.W + p.Pair.Item1 * Affine(x, p.Dense));
}
