namespace JaxNet.Language.Tests.Bodies;

/// <summary>Templates with type parameters, and templates in types with type parameters.</summary>
public sealed partial class Generics
{
    /// <summary>Something that a template can be written for.</summary>
    internal interface IScale
    {
        double Factor { get; }
    }

    internal readonly record struct Twice : IScale
    {
        public double Factor => 2;
    }

    internal readonly record struct Thrice(double Extra) : IScale
    {
        public double Factor => 3 + Extra;
    }

    [Parametrized]
    private static partial Tensor Scaled<T>(Tensor x, T scale, long width = 2)
        where T : struct, IScale => Dense(x, width) * scale.Factor;

    [Fact]
    public void A_hyperparameter() => Body.Of(Scaled(new Thrice(1))).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense) * 4);

    [Parametrized]
    private static partial Tensor Callers(Tensor x) => Scaled<Twice>(Scaled(x, new Thrice(1), 3), new()) + Sequential(x, Scaled(new Twice()), Scaled<Thrice>(new(2)));

    [Fact]
    public void Calls_with_and_without_type_arguments() => Body.Of(Callers())
        .Draws([.. Denses("scaled1.dense scaled0.dense", 3, 3, 2), .. Denses("sequential.scaled0.dense sequential.scaled1.dense", 3, 2, 2)])
        .Is((p, x) =>
        {
            var layers = p.Sequential;
            return Affine(Affine(x, p.Scaled1.Dense) * 4, p.Scaled0.Dense) * 2 + Affine(Affine(x, layers.Scaled0.Dense) * 2, layers.Scaled1.Dense) * 5;
        });

    [Parametrized]
    private static partial Tensor Single<T>(Tensor x)
        where T : IScale, new() => Dense(x, 3) * new T().Factor;

    [Parametrized]
    private static partial Tensor Singles(Tensor x)
    {
        Layer twice = Single<Twice>();
        return Single<Thrice>(twice(Single<Twice>(x))) + Sequential(x, Single<Thrice>(), Dense(3));
    }

    [Fact]
    public void One_module_for_each_type() => Body.Of(Singles())
        .Draws([.. Denses("single0.dense", 3, 3), .. Denses("single1.dense", 3, 3), .. Denses("sequential.dense", 3, 3)])
        .Is((p, x) =>
        {
            var y = Affine(Affine(x, p.Single0.Dense) * 2, p.Single0.Dense) * 2;
            return Affine(y, p.Single1.Dense) * 3 + Affine(Affine(x, p.Single1.Dense) * 3, (DenseParams)p.Sequential["dense"]);
        });

    /// <summary>A user's own tree.</summary>
    internal sealed record Pair(Tensor Left, Tensor Right) : ITree
    {
        public void Visit(TreeVisitor visitor)
        {
            visitor.Child("left", Left);
            visitor.Child("right", Right);
        }

        public ITree Rebuild(TreeRebuilder rebuilder) => new Pair(rebuilder.Child(Left), rebuilder.Child(Right));
    }

    [Parametrized]
    private static partial T Shifted<T>(T tree, Func<T, Tensor> part, Func<T, Tensor, T> with)
        where T : class, ITree => with(tree, Dense(part(tree), 3));

    [Fact]
    public void An_input_and_the_output() => Body.Of(Shifted<Pair>(pair => pair.Left, (pair, left) => pair with { Left = left }), new Pair(Body.X, ones(2)))
        .Draws(Denses("dense", 3, 3))
        .Is((p, pair) => pair with { Left = Affine(pair.Left, p.Dense) });

    [Parametrized]
    private static partial Tensor Learned<T>(Tensor x, Func<Key, T> draw, Func<Tensor, T, Tensor> use)
        where T : ITree => use(x, Parameter(draw, "learned"));

    [Fact]
    public void A_parameter_of_that_type() => Body.Of(Learned(_ => new Pair(ones(3), zeros(3)), (x, pair) => x * pair.Left + pair.Right))
        .Draws(Many(_ => [("learned.left", ones(3)), ("learned.right", zeros(3))]))
        .Is((p, x) => x * p.Learned.Left + p.Learned.Right);

    [Parametrized]
    private static partial Tensor Around<T>(Tensor x, Layer inner, T scale)
        where T : IScale => inner(x) * scale.Factor + inner(x) * Parameter([], Initializers.Ones(), "gain");

    [Parametrized]
    private static partial Tensor Arounds(Tensor x) => Around(x, Dense(3), new Twice()) + Around(x, Around(Dense(3), new Thrice(0)), new Twice());

    [Fact]
    public void Beside_a_layer() => Body.Of(Arounds())
        .Draws([.. Denses("around0.inner", 3, 3), One("around0.gain"), .. Denses("around1.inner.inner", 3, 3), One("around1.inner.gain"), One("around1.gain")])
        .Is((p, x) =>
        {
            var first = Affine(x, p.Around0.Inner);
            var second = Affine(x, p.Around1.Inner.Inner);
            second = second * 3 + second * p.Around1.Inner.Gain;
            return first * 2 + first * p.Around0.Gain + second * 2 + second * p.Around1.Gain;
        });

    [Parametrized]
    private static partial Tensor Stack<T>(Tensor x, T scale, params Layer[] layers)
        where T : IScale
    {
        foreach (var layer in layers)
            x = layer(x) * scale.Factor;

        return x;
    }

    [Parametrized]
    private static partial Tensor Stacks(Tensor x) => Stack(x, new Twice(), Dense(3), Relu) + Stack(x, new Twice(), Relu);

    [Fact]
    public void Beside_a_list_of_layers() => Body.Of(Stacks()).Draws(Denses("stack.dense", 3, 3)).Is((p, x) => Relu(Affine(x, p.Stack.Dense) * 2) * 2 + Relu(x) * 2);

    [Parametrized]
    private static partial Tensor Loops<T>(Tensor x, T[] scales, T? last = null)
        where T : struct, IScale
    {
        foreach (var scale in scales)
            x = Scaled(x, scale, 3);

        return last is { } chosen ? Scaled(x, chosen) : x;
    }

    [Fact]
    public void Lists_and_optional_members() => Body.Of(Loops([new Thrice(0), new Thrice(1)], new Thrice(2)))
        .Draws([.. Denses("scaled0.0.dense scaled0.1.dense", 3, 3, 3), .. Denses("scaled1.dense", 3, 2)])
        .Is((p, x) => Affine(Affine(Affine(x, p.Scaled0[0].Dense) * 3, p.Scaled0[1].Dense) * 4, p.Scaled1!.Dense) * 5);

    [Parametrized]
    private static partial (Tensor, Tensor) Counted<T>(Tensor x, T scale)
        where T : IScale
    {
        var calls = State(zeros([]), "calls");
        calls.Value = calls.Value + scale.Factor;
        return (Dense(x, 2), calls.Value);
    }

    [Parametrized]
    private static partial Tensor Counts(Tensor x) => Counted(x, new Twice()).Item2 + Counted(x, new Thrice(0)).Item2;

    [Fact]
    public void Running_state()
    {
        var net = Counts();
        var (parameters, state) = net.InitWithState(new Key(0), Body.X);
        (var output, state) = net.Apply(parameters, state, Body.X);
        (output, state) = net.Apply(parameters, state, Body.X);
        Assert.Equal(10, output.item<float>());
        Assert.Equal(6, new CountsState(state).Counted1.Calls.item<float>());
    }

    [Parametrized]
    private static partial Tensor Drawn<T>(Tensor x, T scale, [Hyperparameter] params T[] others)
        where T : IScale
    {
        var noise = RandomKey().Normal(x.shape);
        Tensor Sum<TOther>(TOther other)
            where TOther : IScale => x * other.Factor;

        return others.Aggregate(Sum(scale) + noise, (sum, other) => sum + Sum(other));
    }

    [Fact]
    public void Random_keys_and_generic_local_functions() => Body.Of(Drawn(new Twice(), new Twice(), new Twice())).Draws(Link)
        .Is((_, x, given) => x * 6 + given.NextKey().Normal(x.shape));

    /// <summary>A type with templates of its own for each type argument.</summary>
    internal static partial class Net<TScale>
        where TScale : IScale, new()
    {
        private static readonly double s_factor = new TScale().Factor;

        [Parametrized]
        internal static partial Tensor Block(Tensor x, long width) => Dense(x, width) * s_factor;

        [Parametrized]
        internal static partial Tensor Whole(Tensor x) => Block(x, 3) + Net<Twice>.Block(x, 3) + Sequential(x, Block(3), Net<Twice>.Shared());

        [Parametrized]
        internal static partial Tensor Shared(Tensor x) => Dense(x, 3);

        /// <summary>A type in a generic type.</summary>
        internal readonly partial record struct Inner<TOther>(TScale Scale)
        {
            [Parametrized]
            internal static partial Tensor Head<T>(Tensor x, Func<TOther, T> make, TOther from)
                where T : IScale => Whole(x) * make(from).Factor;
        }
    }

    [Fact]
    public void A_generic_class() => Body.Of(Net<Thriceless>.Whole())
        .Draws([.. Denses("block0.dense", 3, 3), .. Denses("block1.dense", 3, 3), .. Denses("sequential.block.dense sequential.shared.dense", 3, 3, 3)])
        .Is((p, x) => Affine(x, p.Block0.Dense) * 0.5 + Affine(x, p.Block1.Dense) * 2 + Affine(Affine(x, p.Sequential.Block.Dense) * 0.5, p.Sequential.Shared.Dense));

    internal readonly record struct Thriceless : IScale
    {
        public double Factor => 0.5;
    }

    [Parametrized]
    private static partial Tensor Both(Tensor x) =>
        Net<Twice>.Shared(x) * Net<Thriceless>.Shared(x) + Net<Twice>.Shared(x) + Net<Twice>.Inner<double>.Head(x, extra => new Thrice(extra), 1);

    [Fact]
    public void Types_in_generic_classes_and_a_module_for_each_type() => Body.Of(Both())
        .Draws([
            .. Denses("shared0.dense", 3, 3), .. Denses("shared1.dense", 3, 3),
            .. Denses("head.whole.block0.dense", 3, 3), .. Denses("head.whole.block1.dense", 3, 3), .. Denses("head.whole.sequential.block.dense", 3, 3)])
        .Is((p, x) =>
        {
            var (first, whole) = (Affine(x, p.Shared0.Dense), p.Head.Whole);
            var sum = Affine(x, whole.Block0.Dense) * 2 + Affine(x, whole.Block1.Dense) * 2;
            sum = sum + Affine(Affine(x, whole.Sequential.Block.Dense) * 2, p.Shared0.Dense);
            return first * Affine(x, p.Shared1.Dense) + first + sum * 4;
        });

    /// <summary>An interface with templates.</summary>
    internal partial interface INetwork<TScale>
        where TScale : IScale, new()
    {
        [Parametrized]
        internal static partial Tensor Block(Tensor x, long width) => Dense(x, width) * new TScale().Factor;
    }

    [Parametrized]
    private static partial Tensor OfInterface(Tensor x) => INetwork<Twice>.Block(x, 2);

    [Fact]
    public void An_interface() => Body.Of(OfInterface()).Draws(Denses("block.dense", 3, 2)).Is((p, x) => Affine(x, p.Block.Dense) * 2);
}
