namespace JaxNet.Language.Tests.Bodies;

/// <summary>Patterns, and the variables that they declare.</summary>
public sealed partial class Patterns
{
    internal abstract record Norm
    {
        internal sealed record Scaled(double By) : Norm;

        internal sealed record Learned(int Axes, Initializer Init) : Norm;
    }

    [Parametrized]
    private static partial Tensor Types(Tensor x, Norm norm) => norm switch
    {
        Norm.Scaled { By: > 0 and var by } => x * by,
        Norm.Learned(1, var init) => x * Parameter([x.shape[^1]], init, "gamma"),
        Norm.Learned { Init: not null, Axes: var axes } => x * Parameter(x.shape[^axes..], Initializers.Ones(), "gamma_all"),
        _ => x,
    };

    [Fact]
    public void A_property_pattern() => Body.Of(Types(new Norm.Scaled(3))).Is((p, x) => x * 3);

    [Fact]
    public void A_positional_pattern() => Body.Of(Types(new Norm.Learned(1, Initializers.Constant(2)))).Draws(Leaf("gamma", Initializers.Constant(2), 3)).Is((p, x) => x * p.Gamma!);

    [Fact]
    public void A_variable_in_a_property_pattern() => Body.Of(Types(new Norm.Learned(2, Initializers.Ones()))).Draws(One("gamma_all", 2, 3)).Is((p, x) => x * p.GammaAll!);

    [Parametrized]
    private static partial Tensor Lists(Tensor x, long[] widths) => widths is [var first, .. var rest] ? Lists(Dense(x, first), rest) : x;

    [Fact]
    public void A_list_pattern() => Body.Of(Lists([4, 2])).Draws(Denses("dense lists.dense", 3, 4, 2)).Is((p, x) => Affine(x, p.Dense!, p.Lists!.Dense!));

    [Parametrized]
    private static partial Tensor Shapes(Tensor x) => x.shape is [2, var width] && width > 2
        ? Dense(x, width - 1) is { shape: [.., var last] } y ? y * last : x
        : throw new ArgumentException("Two rows.", nameof(x));

    [Fact]
    public void Patterns_of_shapes_and_of_results() => Body.Of(Shapes()).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense!) * 2);

    [Parametrized]
    private static partial Tensor Tuples(Tensor x, bool wide, bool twice) => (wide, twice) switch
    {
        (true, _) => Dense(x, 5),
        (_, true) => Dense(Dense(x, 2), 2),
        (false, false) => Dense(x, 1),
    };

    [Fact]
    public void A_tuple_pattern() => Body.Of(Tuples(false, true)).Draws(Denses("dense2 dense1", 3, 2, 2)).Is((p, x) => Affine(x, p.Dense2!, p.Dense1!));

    [Parametrized]
    private static partial Tensor Declared(Tensor x, object width)
    {
        if (width is not long n)
            n = 2;

        return Dense(x, n) is var y && y.dim() is 1 or > 1 ? y : x;
    }

    [Fact]
    public void A_variable_of_a_negated_pattern() => Body.Of(Declared("no number")).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Arms(Tensor x, int n)
    {
        var y = Dense(x, n switch { 1 => 2, _ => 3 });
        return (n, y.shape[^1]) switch
        {
            (1, 2) when Dense(y, 1) is { } z => z,
            var (_, width) => y * width,
        };
    }

    [Fact]
    public void A_call_in_a_when_clause() => Body.Of(Arms(1)).Draws(Denses("dense0 dense1", 3, 2, 1)).Is((p, x) => Affine(x, p.Dense0, p.Dense1!));
}
