using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Running;

/// <summary>Templates that are given single layers: each program runs on the real engine, and says what it found in one line.</summary>
public sealed class SingleLayerTests
{
    private const string Residual = """
        [Parametrized]
        public static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

        """;

    private const string Doubling = "public static Initializer Doubling => (_, shape) => eye(shape[0]) * 2; public static Initializer Zeros => Initializers.Zeros();\n";

    [Fact]
    public void The_layer_is_a_typed_member_named_after_the_hyperparameter() => Says(
        "residual.inner.kernel residual.inner.bias | 3 3 | 9",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x) => Residual(x, Dense(3, Doubling, Zeros));
        """,
        """
        var p = Net.F().Init(new Key(0), ones(1, 3));
        Layers.DenseParams typed = p.Residual.Inner;
        return $"{string.Join(" ", Tree.Paths(p))} | {string.Join(" ", typed.Kernel.shape)} | {Net.F().Apply(p, ones(1, 3)).sum().item<float>()}";
        """);

    [Fact]
    public void A_module_of_it_is_typed_too() => Says(
        "inner.kernel inner.bias | 9 27",
        "",
        """
        var (x, module) = (ones(1, 3), Net.Residual(Dense(3, Net.Doubling, Net.Zeros)));
        Net.ResidualParams<DenseParams> p = module.Init(new Key(0), x);
        var nested = Net.Residual(Net.Residual(Dense(3, Net.Doubling, Net.Zeros)));
        var q = nested.Init(new Key(0), x) with { Inner = p };
        Tensor kernel = q.Inner.Inner.Kernel;
        return $"{string.Join(" ", Tree.Paths(p))} | {module.Apply(p, x).sum().item<float>()} {(nested.Apply(q, x) + kernel.sum() - 1).sum().item<float>()}";
        """);

    [Theory]
    [InlineData("Net.Residual(Relu)", "", "6")]
    [InlineData("Net.Residual(y => y * 3)", "", "12")]
    [InlineData("Net.Residual((Layer)Dense(3, Net.Doubling, Net.Zeros))", "inner.kernel inner.bias", "9")]
    [InlineData("Sequential(Relu, Net.Residual(Relu))", "", "6")]
    [InlineData("Sequential(Net.Residual(Sequential(Relu)), Sequential(Sequential(Relu)))", "", "6")]
    [InlineData("Sequential(Net.Residual(Dense(3, Net.Doubling, Net.Zeros)), Net.Residual(Relu))", "residual.inner.kernel residual.inner.bias", "18")]
    [InlineData("Net.Maybe()", "", "3")]
    [InlineData("Net.Maybe(Dense(3, Net.Doubling, Net.Zeros))", "inner.kernel inner.bias", "6")]
    [InlineData("Net.Maybe(null)", "", "3")]
    public void Any_layer_will_do(string module, string paths, string sum) => Says(
        $"{paths} | {sum}",
        """
        [Parametrized]
        public static partial Tensor Maybe(Tensor x, Layer? inner = null) => inner is null ? x : inner(x);
        """,
        $$"""
        var module = {{module}};
        var p = module.Init(new Key(0), ones(1, 3));
        return $"{string.Join(" ", Tree.Paths(p))} | {module.Apply(p, ones(1, 3)).sum().item<float>()}";
        """);

    [Theory]
    [InlineData("return Residual(x, Relu);", "")]
    [InlineData("return Residual(x, inner: y => y);", "")]
    [InlineData("return Sequential(x, Residual(Dense(3)), Residual(Relu));", "sequential.residual.inner.bias sequential.residual.inner.kernel")]
    [InlineData("Layer d = Dense(3); return Residual(d(x), d);", "dense.bias dense.kernel")]
    [InlineData("Layer d = Dense(3); return Residual(Residual(x, d), d);", "residual0.inner.bias residual0.inner.kernel")]
    [InlineData("for (var i = 0; i < 2; i++) x = Residual(x, Dense(3)); return x;", "residual.0.inner.bias residual.0.inner.kernel residual.1.inner.bias residual.1.inner.kernel")]
    [InlineData("if (x.dim() > 1) x = Residual(x, Dense(3)); return x;", "residual.inner.bias residual.inner.kernel")]
    [InlineData("if (x.dim() > 5) x = Residual(x, Dense(3)); return x;", "")]
    [InlineData("return Residual(x, Residual(Residual(Dense(3))));", "residual.inner.inner.inner.bias residual.inner.inner.inner.kernel")]
    [InlineData("return Residual(x, Sequential(Dense(4), Relu, Dense(3)));", "residual.inner.dense0.bias residual.inner.dense0.kernel residual.inner.dense1.bias residual.inner.dense1.kernel")]
    [InlineData("Layer r = Residual(Dense(3)); return r(r(x));", "residual.inner.bias residual.inner.kernel")]
    [InlineData("return Residual(x, Shared) + Residual(x, Shared);", "residual0.inner.bias residual0.inner.kernel")]
    [InlineData("return Residual(x, One);", "residual.inner.dense.bias residual.inner.dense.kernel")]
    [InlineData("return One(x) + Residual(x, One);", "one.dense.bias one.dense.kernel")]
    [InlineData("return Twice(x, Dense(3));", "twice.inner.bias twice.inner.kernel")]
    [InlineData("return Passed(x, Dense(3));", "passed.residual.inner.bias passed.residual.inner.kernel")]
    [InlineData("return Listed(x, Dense(3));", "listed.sequential.dense.bias listed.sequential.dense.kernel")]
    [InlineData("return Pair(x, Dense(3), Relu);", "pair.first.bias pair.first.kernel")]
    [InlineData("return Sequential(x, Pair(Relu, Dense(3)));", "sequential.pair.second.bias sequential.pair.second.kernel")]
    [InlineData("return Own(x, Relu);", "own.scale")]
    [InlineData("return Own(x, Dense(3));", "own.inner.bias own.inner.kernel own.scale")]
    public void Names_and_sharing(string statements, string paths) => Says(
        $"{paths} | True",
        $$"""
        public static readonly DenseModule Shared = JaxNet.Layers.Dense(3);

        [Parametrized]
        public static partial Tensor One(Tensor x) => Dense(x, 3);

        [Parametrized]
        public static partial Tensor Twice(Tensor x, Layer inner)
        {
            Layer again = inner;
            for (var i = 0; i < 2; i++)
                x = inner(again.Invoke(x));

            return x;
        }

        [Parametrized]
        public static partial Tensor Passed(Tensor x, Layer inner) => Residual(x, inner);

        [Parametrized]
        public static partial Tensor Listed(Tensor x, Layer inner) => Sequential(x, inner, Relu, inner);

        [Parametrized]
        public static partial Tensor Pair(Tensor x, Layer first, Layer second) => first(x) * second(x);

        [Parametrized]
        public static partial Tensor Own(Tensor x, Layer inner) => inner(x) * Parameter([], Initializers.Ones(), "scale");

        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            {{statements}}
        }
        """,
        """
        var x = ones(1, 3);
        var p = Net.F().Init(new Key(0), x);
        var rebuilt = Tree.Map(p, leaf => leaf + 0);
        return $"{string.Join(" ", Tree.Paths(rebuilt).Order())} | {allclose(Net.F().Apply(p, x), Net.F().Apply(rebuilt, x))}";
        """);

    [Fact]
    public void A_shared_module_is_the_same_object_on_each_path() => Says(
        "True True True True",
        """
        [Parametrized]
        public static partial Tensor Pair(Tensor x, Layer first, Layer second) => first(x) * second(x);

        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            Layer d = Dense(3);
            return Residual(d(x), d) + Sequential(x, Relu, Residual(d), Pair(d, Relu));
        }
        """,
        """
        var p = Net.F().Init(new Key(0), ones(1, 3));
        var q = Tree.Map(p, leaf => leaf + 1);
        return $"{ReferenceEquals(p.Dense, p.Residual.Inner)} {ReferenceEquals(p.Dense, p.Sequential.Residual.Inner)} {ReferenceEquals(q.Dense, q.Residual.Inner)} {ReferenceEquals(p.Dense, p.Sequential.Pair.First)}";
        """);

    [Fact]
    public void A_list_that_is_spelled_out_has_typed_members() => Says(
        "residual.0.inner.dense0.kernel residual.0.inner.dense1.kernel | residual.1.inner.dense0.kernel residual.1.inner.dense1.kernel | True True True",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            for (var i = 0; i < 2; i++)
                x = Residual(x, Sequential(Dense(4), Relu, Dense(3)));

            return x;
        }
        """,
        """
        var x = new Key(1).Normal([2, 3]);
        var p = Net.F().Init(new Key(0), x);
        var expected = x;
        foreach (var round in p.Residual)
        {
            var hidden = (expected.matmul(round.Inner.Dense0.Kernel) + round.Inner.Dense0.Bias).relu();
            expected = expected + hidden.matmul(round.Inner.Dense1.Kernel) + round.Inner.Dense1.Bias;
        }

        var rebuilt = Tree.Map(p, leaf => leaf + 0);
        var changed = p with { Residual = p.Residual.With(0, p.Residual[0] with { Inner = p.Residual[0].Inner with { Dense0 = p.Residual[1].Inner.Dense0 } }) };
        var kernels = Tree.Paths(p).Where(path => path.EndsWith("kernel")).ToList();
        return $"{string.Join(" ", kernels.Take(2))} | {string.Join(" ", kernels.Skip(2))} | " +
            $"{allclose(expected, Net.F().Apply(p, x))} {allclose(expected, Net.F().Apply(rebuilt, x))} {!allclose(expected, Net.F().Apply(changed, x))}";
        """);

    [Fact]
    public void Parts_of_a_module_are_found_for_reuse() => Says(
        "True",
        "",
        """
        var dense = Dense(3);
        var residual = Net.Residual(dense);
        var x = new Key(1).Normal([2, 3]);
        var p = residual.Init(new Key(0), x);
        return allclose(x + dense.ApplyFrom((residual, p), x), residual.Apply(p, x)).ToString();
        """);

    [Fact]
    public void Layers_of_two_inputs_and_of_trees() => Says(
        "cell.update_kernel cell.reset_kernel cell.compute_kernel split.kernel split.bias | True",
        """
        [Parametrized]
        public static partial (Tensor First, Tensor Second) Halves(Tensor x) => (Dense(x, 2), x);

        [Parametrized]
        public static partial Tensor Steps(Tensor carry, Tensor xs, Layer<Tensor, Tensor, (Tensor Carry, Tensor Output)> cell, Layer<Tensor, (Tensor, Tensor)> split)
        {
            Layer<Tensor, Tensor, (Tensor Carry, Tensor Output)> same = cell;
            foreach (var x in xs.unbind())
                (carry, _) = same(second: x, first: cell(carry, x).Carry);

            return split(carry).Item1;
        }
        """,
        """
        var module = Net.Steps(GRUCell(4), Net.Halves());
        var (carry, xs) = (zeros(1, 4), new Key(1).Normal([2, 1, 3]));
        var p = module.Init(new Key(0), carry, xs);
        var expected = carry;
        foreach (var x in xs.unbind())
        {
            for (var i = 0; i < 2; i++)
                expected = GRUCell(4).Apply(p.Cell!, expected, x).Carry;
        }

        expected = Net.Halves().Apply(p.Split, expected).First;
        return $"{string.Join(" ", Tree.Paths(p)).Replace("split.dense", "split")} | {allclose(expected, module.Apply(p, carry, xs))}";
        """);

    private static void Says(string expected, string members, string statements) =>
        Assert.Equal(expected, LoadedProgram.Of(Doubling + Residual + members, statements).Run<object>());
}
