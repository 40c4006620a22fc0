using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Running;

/// <summary>What compiled templates do: each program runs on the real engine, and says what it found in one line.</summary>
public sealed class SemanticsTests
{
    [Fact]
    public void Templates_that_look_like_factories_are_factories_inside_of_sequential() => AssertSays(
        "conv.weight[32, 5] drop:0.3",
        """
        public static double Rate;

        [Parametrized]
        public static partial Tensor MyConv(Tensor x, long width, long height) => x.sum() * Parameter([width, height], Initializers.Ones(), "weight");

        [Parametrized]
        public static partial Tensor Drop(Tensor x, double rate = 0.5)
        {
            Rate = rate;
            return x;
        }

        [Parametrized]
        public static partial Tensor F(Tensor x) => Sequential(x, MyConv(32, 5), Drop(0.3));
        """,
        """
        var p = Net.F().Init(new Key(0), ones(2, 2));
        return $"conv.weight[{string.Join(", ", p.Sequential.MyConv.Weight.shape)}] drop:{Net.Rate}";
        """);

    [Fact]
    public void Members_are_named_after_their_templates_and_numbered_where_they_clash() => AssertSays(
        "dense0.kernel dense0.bias sequential.dense0.kernel sequential.dense0.bias sequential.dense1.kernel sequential.dense1.bias " +
        "sequential.sequential.dense.kernel sequential.sequential.dense.bias dense1.kernel dense1.bias parameter",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            var y = Dense(x, 3);
            var z = Sequential(y, Dense(4), Relu, Dense(5), Sequential(Dense(6)));
            return Dense(z, 7) * Parameter([], Initializers.Ones());
        }
        """,
        "return string.Join(\" \", Tree.Paths(Net.F().Init(new Key(0), ones(2, 2))));");

    [Fact]
    public void A_local_layer_has_one_set_of_parameters_under_all_of_its_names() => AssertSays(
        "dense.kernel dense.bias | 16",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            Layer d = Dense(2, (_, shape) => ones(shape), (_, shape) => zeros(shape)), again = d;
            JaxNet.Layer third = (Layer)again;
            return third.Invoke(again(d(x)));
        }
        """,
        """
        var p = Net.F().Init(new Key(0), ones(1, 2));
        return $"{string.Join(" ", Tree.Paths(p))} | {Net.F().Apply(p, ones(1, 2)).sum().item<float>()}";
        """);

    [Fact]
    public void A_template_without_hyperparameters_is_one_module_however_it_is_called() => AssertSays(
        "inner.dense.kernel inner.dense.bias",
        """
        [Parametrized]
        public static partial Tensor Inner(Tensor x) => Dense(x, 2);

        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            Layer inner = Inner();
            for (var i = 0; i < 2; i++)
                x = Inner(x);

            return inner(Inner(x));
        }
        """,
        "return string.Join(\" \", Tree.Paths(Net.F().Init(new Key(0), ones(1, 2))));");

    [Fact]
    public void The_key_chain_follows_the_order_of_evaluation() => AssertSays(
        "True True True True",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            var outer = Pair(second: One(x), first: Parameter(key => One(key), "b"));
            var drawn = RandomKey();
            Drawn = Numbers(One(drawn));
            return outer * Parameter(key => One(key), "c");
        }

        [Parametrized]
        public static partial Tensor One(Tensor x) => x * Parameter(key => One(key), "a");

        public static float[] Drawn = [];
        public static float[] Numbers(Tensor x) => x.data<float>().ToArray();
        private static Tensor One(Key key) => Initializers.Normal()(key, [3]);
        private static Tensor Pair(Tensor first, Tensor second) => first + second;
        """,
        """
        var p = Net.F().Init(new Key(7), ones(3));
        var chain = new Key(7);
        var same = new List<bool>();
        foreach (var value in new[] { Net.Numbers(p.One.A), Net.Numbers(p.B), Net.Drawn, Net.Numbers(p.C) })
        {
            (chain, var key) = chain.Split();
            same.Add(value.SequenceEqual(Net.Numbers(Initializers.Normal()(key, [3]))));
        }

        return string.Join(" ", same);
        """);

    [Fact]
    public void What_arguments_write_is_written_in_apply_too() => AssertSays(
        "3 3",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            long n;
            var w = Parameter([n = 2], Fill(out var value));
            return w.sum() * 0 + n + value;

            static Initializer Fill(out int value)
            {
                value = 1;
                return Initializers.Ones();
            }
        }
        """,
        """
        var p = Net.F().Init(new Key(0), ones(3));
        return $"{Net.F().Apply(p, ones(3)).item<float>()} {Net.F().ApplyFrom((Net.F(), p), ones(3)).item<float>()}";
        """);

    [Fact]
    public void Mode_and_keys_reach_static_functions() => AssertSays(
        "Train Eval",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            return Sequential(x, static y => CurrentMode == Mode.Eval ? Seen(y, "Eval") : Seen(y, RandomKey().Equals(default(Key)) ? "" : "Train"));

            static Tensor Seen(Tensor y, string text)
            {
                Text += CurrentMode.ToString() == text ? $" {text}" : "";
                return y;
            }
        }

        public static string Text = "";
        """,
        """
        var p = Net.F().Init(new Key(0), ones(3));
        Net.Text = "";
        Net.F().Apply(p, ones(3), new Key(1));
        Net.F().Apply(p, ones(3), mode: Mode.Eval);
        return Net.Text.Trim();
        """);

    [Fact]
    public void Calls_behind_a_label_are_a_list() => AssertSays(
        "dense.0.kernel dense.0.bias dense.1.kernel dense.1.bias dense.2.kernel dense.2.bias",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            var rounds = 0;
        again:
            x = Dense(x, 2);
            if (++rounds < 3)
                goto again;

            return x;
        }
        """,
        """
        var p = Net.F().Init(new Key(0), ones(1, 2));
        Net.F().Apply(p, ones(1, 2));
        return string.Join(" ", Tree.Paths(p));
        """);

    [Fact]
    public void Parts_that_are_private_train_with_the_rest() => AssertSays(
        "sequential.single.dense.kernel sequential.single.dense.bias hidden.dense.kernel hidden.dense.bias | True",
        """
        [Parametrized] private static partial Tensor Hidden(Tensor x, long n) => Dense(x, n);
        [Parametrized] private static partial Tensor Single(Tensor x) => Dense(x, 3);
        [Parametrized] public static partial Tensor F(Tensor x) => Sequential(Hidden(x, 2), Single()).sum();
        """,
        """
        var p = Net.F().Init(new Key(0), ones(1, 2));
        var doubled = Tree.Map(p, leaf => leaf * 2);
        return $"{string.Join(" ", Tree.Paths(p))} | {doubled.Sequential.Single.Dense.Kernel.Equals(p.Sequential.Single.Dense.Kernel * 2)}";
        """);

    [Fact]
    public void Inputs_of_any_name_go_where_they_belong() => AssertSays(
        "1234",
        "[Parametrized] public static partial Tensor F(Tensor Rest, Tensor key, (Tensor Item1, Tensor) Item2, long by) => Rest * 1000 + key * 100 + Item2.Item1 * 10 + Item2.Item2 * by;",
        "return Net.F(1).Apply(Net.FParams.Empty, torch.tensor(1), torch.tensor(2), (torch.tensor(3), torch.tensor(4))).item<int>().ToString();");

    /// <summary>
    /// With x = 1, 2, 3, 4 and the scale s the pool gives 4s, so that the score is 4s + 10 and its gradient 1, 1, 1, s + 1. The value is
    /// (4s + 10)^2 + 3 + (s + 1)^2, which is 203 for s = 1, and its derivative 8 (4s + 10) + 2 (s + 1) = 116.
    /// </summary>
    [Theory]
    [InlineData("{ using var recorded = enable_grad(); var a = x.detach().requires_grad_(); var score = Score(a); return score.square() + autograd.grad([score], [a], retain_graph: true, create_graph: true)[0].square().sum(); }")]
    [InlineData("=> (Score(x), x) is var (score, a) ? score.square() + autograd.grad([score], [a], retain_graph: true, create_graph: true)[0].square().sum() : x;")]
    public void A_body_that_asks_autograd_for_gradients_gets_them_through_every_layer(string body) => AssertSays(
        "203 116",
        $$"""
        [Parametrized] public static partial Tensor Score(Tensor x) => MaxPool(x * Parameter([], Initializers.Ones(), "scale"), (2, 2), (2, 2)).sum() + x.sum();
        [Parametrized] public static partial Tensor F(Tensor x) {{body}}
        """,
        """
        var x = arange(1, 5, ScalarType.Float32).reshape(1, 2, 2, 1).requires_grad_();
        var p = Net.F().Init(new Key(0), x);
        var (value, gradient) = Transforms.ValueAndGrad((Net.FParams p) => Net.F().Apply(p, x))(p);
        return $"{value.item<float>()} {gradient.Score.Scale.item<float>()}";
        """);

    [Theory]
    [InlineData("var seen = 1; var k = Parameter([3], Make(ref seen), \"kernel\"); return (x * k * seen).sum();")]
    [InlineData("int seen; var k = Parameter([3], Take(out seen), \"kernel\"); return (x * k * seen).sum();")]
    [InlineData("int seen = 1; var k = Parameter(init: Make(ref seen), shape: [seen + 1], name: \"kernel\"); return (x * k * seen).sum();")]
    [InlineData("var seen = 1; var k = Parameter([3], Next(), \"kernel\"); return (x * k * seen).sum(); Initializer Next() { seen = 2; return Initializers.Ones(); }")]
    [InlineData("var seen = 1; Func<Initializer> next = () => { seen = 2; return Initializers.Ones(); }; var k = Parameter([3], next(), \"kernel\"); return (x * k * seen).sum();")]
    [InlineData("var seen = 1; var k = Parameter([3], By(() => seen = 2), \"kernel\"); return (x * k * seen).sum();")]
    [InlineData("var seen = 1; var k = Parameter([3], By(Next), \"kernel\"); return (x * k * seen).sum(); int Next() => seen = 2;")]
    [InlineData("var sizes = new Queue<int>([1, 2]); var k = Parameter([3], Fill(sizes.Dequeue()), \"kernel\"); return (x * k * sizes.Peek()).sum();")]
    [InlineData("var sizes = new Queue<int>([1, 2]); var k = Parameter([3], Fill(First(sizes)), \"kernel\"); return (x * k * sizes.Peek()).sum();")]
    [InlineData("var sizes = (new Queue<int>([1, 2]), 3); var k = Parameter([3], Fill(First(sizes.Item1)), \"kernel\"); return (x * k * sizes.Item1.Peek()).sum();")]
    [InlineData("var all = new { Sizes = new Queue<int>([1, 2]) }; var k = Parameter([3], Fill(all.Sizes.Dequeue()), \"kernel\"); return (x * k * all.Sizes.Peek()).sum();")]
    [InlineData("var sizes = x.dim() > 0 ? new Queue<int>([1, 2]) : null; var k = Parameter([3], Fill(sizes?.Dequeue() ?? 2), \"kernel\"); return (x * k * sizes!.Peek()).sum();")]
    [InlineData("Queue<int>[] sizes = [new([1, 2])]; var k = Parameter([3], Fill(sizes[0].Dequeue()), \"kernel\"); return (x * k * sizes[0].Peek()).sum();")]
    [InlineData("var sizes = new Queue<int>([1, 2]); var k = Parameter([3], new Taken(sizes).Init, \"kernel\"); return (x * k * sizes.Peek()).sum();")]
    [InlineData("var seen = 1; var k = Parameter(Draw(ref seen), \"kernel\"); return (x * k[0] * seen).sum();")]
    public void What_an_initializers_expression_does_it_does_in_both_phases(string statements) => AssertSays(
        "6 6",
        $$"""
        private static int First(Queue<int> all) => all.Dequeue();
        private sealed class Taken(Queue<int> all) { public Initializer Init { get; } = Fill(all.Dequeue()); }
        private static Initializer Make(ref int n) => Take(out n);
        private static Initializer Take(out int n) { n = 2; return Initializers.Ones(); }
        private static Initializer By(Func<int> next) => Fill(next() - 1);
        private static Initializer Fill(int n) => (_, shape) => ones(shape) * n;
        private static Func<Key, Tensor[]> Draw(ref int n) { n = 2; return _ => [ones(3)]; }
        {{Source.Template(statements)}}
        """,
        """
        var (p, first) = Net.F().InitWithOutput(new Key(0), ones(3));
        return $"{first.item<float>()} {Net.F().Apply(p, ones(3)).item<float>()}";
        """);

    [Fact]
    public void An_initializer_without_an_effect_is_made_by_Init_alone() => AssertSays(
        "4",
        """
        public static int Made;
        private static Initializer Ones(object? what) { Made++; return Initializers.Ones(); }
        public sealed record Options(string Name, int[] Sizes, Initializer? Init) { public long Width => 3; }

        [Parametrized]
        public static partial Tensor F(Tensor x, Options options, Initializer init, double by, string name)
        {
            var n = x.shape[0];
            return x * Parameter([3], Ones(by + n), "a") * Parameter([3], Ones(options.Width), "b") * Parameter([3], Ones(options.Init ?? init), "c") * Parameter([3], Ones(name), "d");
        }
        """,
        """
        var module = Net.F(new("", [3], null), Initializers.Ones(), 0.5, "e");
        module.Apply(module.Init(new Key(0), ones(3)), ones(3));
        return $"{Net.Made}";
        """);

    [Fact]
    public void Code_behind_a_return_has_optional_members() => AssertSays(
        "dense1.kernel dense1.bias True True",
        """
        #pragma warning disable CS0162
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            Layer d = Dense(4);
            {
                return Dense(x, 3);
            }

            return d(Dense(x, 5)) * Parameter([5], Initializers.Ones(), "scale");
        }
        """,
        """
        var p = Net.F().Init(new Key(0), ones(1, 2));
        Net.F().Apply(p, ones(1, 2));
        return $"{string.Join(" ", Tree.Paths(p))} {p.Dense0 is null && p.Dense2 is null} {p.Scale is null}";
        """);

    [Fact]
    public void Names_that_differ_in_the_case_of_letters_are_two_in_paths() => AssertSays(
        "wq0 wq1 w3 | wq20 wq21 wq0 wq1",
        """
        [Parametrized]
        public static partial Tensor F(Tensor x)
        {
            var (a, b) = (State(zeros(3), "w_Q2"), State(ones(3), "wQ2"));
            var (c, d) = (State(zeros(3), "wq"), State(ones(3), "wQ"));
            return x * Parameter([3], Initializers.Ones(), "wq") * Parameter([3], Initializers.Ones(), "wQ") * Parameter([3], Initializers.Ones(), "w3") + a.Value + b.Value + c.Value + d.Value;
        }
        """,
        """
        var (p, state) = Net.F().InitWithState(new Key(0), ones(3));
        return $"{string.Join(" ", Tree.Paths(p))} | {string.Join(" ", Tree.Paths(state))}";
        """);

    [Fact]
    public void A_state_is_not_that_of_a_submodule_of_its_name() => AssertSays(
        "g0 g.mean 8",
        """
        [Parametrized] public static partial Tensor G(Tensor x) => (x + State(ones(3) * 5, "mean").Value) * Parameter([3], Initializers.Ones(), "scale");
        [Parametrized] public static partial Tensor F(Tensor x) => State(ones(3) * 2, "g").Value + G(x);
        """,
        """
        var (p, state) = Net.F().InitWithState(new Key(0), ones(3));
        return $"{string.Join(" ", Tree.Paths(state))} {Net.F().Apply(p, state, ones(3)).Output[0].item<float>()}";
        """);

    [Fact]
    public void Modules_in_fields_of_objects_are_the_objects_own() => AssertSays(
        "dense.0.kernel dense.0.bias dense.1.kernel dense.1.bias add.0.scale add.1.scale sequential.dense1.kernel sequential.dense1.bias",
        """
        public sealed class Block
        {
            public readonly DenseModule Inner = Dense(3);
            public readonly AddModule Cell = Add(3);
        }

        [Parametrized]
        public static partial (Tensor Carry, Tensor Output) Add(Tensor carry, Tensor input, long width) => (carry + input * Parameter([width], Initializers.Ones(), "scale"), carry);

        [Parametrized]
        public static partial Tensor F(Tensor x, Block[] blocks)
        {
            foreach (var block in blocks)
            {
                Layer inner = block.Inner;
                x = inner(x);
            }

            foreach (var block in blocks)
                (_, x) = Scan(block.Cell, zeros(3), x);

            return Sequential(x, blocks[0].Inner, new Block().Inner);
        }
        """,
        """
        var p = Net.F([new(), new()]).Init(new Key(0), ones(2, 3));
        Net.F([new(), new()]).Apply(p, ones(2, 3));
        return string.Join(" ", Tree.Paths(p));
        """);

    [Fact]
    public void Templates_of_another_assembly_run()
    {
        var library = Project.Library("Library", ("Blocks.cs", Source.Usings + """
            public static partial class Blocks
            {
                [Parametrized] public static partial Tensor Scaled(Tensor x, double by) => x * by * Parameter([], Initializers.Ones(), "scale");
                [Parametrized] public static partial Tensor Both(Tensor x, params Layer[] layers) { foreach (var layer in layers) x = layer(x); return x; }
                [Parametrized] public static partial Tensor Whole(Tensor x) => Scaled(x, 3);
                [Parametrized] public static partial Tensor Around(Tensor x, Layer inner) => inner(x);
            }
            """)).Run();

        var program = new LoadedProgram(
            Project.Of([library.Compilation.ToMetadataReference()], ("Net.cs", Source.InNet(
                "[Parametrized] public static partial Tensor F(Tensor x) => Blocks.Both(Blocks.Scaled(x, 2), Blocks.Whole(), Blocks.Scaled(5), Relu) + Blocks.Whole(x) + Blocks.Around(x, Blocks.Around(Blocks.Scaled(7))) - Blocks.Around(x, Relu);") + """
                public static class Program
                {
                    public static object Run()
                    {
                        var p = Net.F().Init(new Key(0), ones(1));
                        Blocks.ScaledParams scaled = p.Around.Inner.Inner;
                        return $"{string.Join(" ", Tree.Paths(p))} {Net.F().Apply(p, ones(1)).item<float>()}";
                    }
                }
                """)).Run(),
            new LoadedProgram(library));

        // Both calls of Whole are of one module, so its parameter is one leaf, which is listed under its first path.
        Assert.StartsWith("both.whole.scaled.scale both.scaled.scale scaled.scale", program.Run<string>());
        Assert.EndsWith(" 39", program.Run<string>());
    }

    private static void AssertSays(string expected, string members, string statements) =>
        Assert.Equal(expected, LoadedProgram.Of(members, statements).Run<string>());
}
