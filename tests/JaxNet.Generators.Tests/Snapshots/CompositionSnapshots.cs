namespace JaxNet.Generators.Tests.Snapshots;

/// <summary>Templates that are made from others.</summary>
public sealed class CompositionSnapshots
{
    [Fact]
    public Task Predict() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Predict(Tensor images) => Sequential(images,
            Dense(1024), Relu, Dense(1024), Relu, Dense(10), LogSoftmax);
        """);

    [Fact]
    public Task Loss_and_accuracy_share_a_network() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Predict(Tensor images) => Dense(images, 10);

        [Parametrized]
        public static partial Tensor Loss(Tensor images, Tensor targets) => -mean(Predict(images) * targets);

        [Parametrized]
        public static partial Tensor Accuracy(Tensor images, Tensor targets) => mean(Predict(images).argmax(1).eq(targets.argmax(1)).@float());
        """);

    [Fact]
    public Task A_gradient_inside_of_a_body() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Slope(Tensor x) => autograd.grad([Dense(x, 1).sum()], [x], create_graph: true)[0];
        """);

    [Fact]
    public Task A_tensor_in_a_static_field() => Snapshot.Match("""
        private static readonly Tensor Mask = ones(3, 3).tril();

        [Parametrized]
        public static partial Tensor Mix(Tensor x) => Mask.matmul(x);
        """);

    [Fact]
    public Task Tuple_input() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Loss((Tensor Images, Tensor Targets) batch) => -mean(Dense(batch.Images, 10) * batch.Targets);
        """);

    [Fact]
    public Task Local_layer_is_shared() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Twice(Tensor x)
        {
            Layer d = Dense(8);
            return d(d(x));
        }
        """);

    [Fact]
    public Task Nested_sequential() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Deep(Tensor x)
        {
            return Sequential(x, Dense(3), Sequential(Dense(4), Relu, Sequential(Dense(5))), Dense(6));
        }
        """);

    [Fact]
    public Task Methods_lambdas_and_locals_as_layers() => Snapshot.Match("""
        private static Tensor Half(Tensor x) => x / 2;

        [Parametrized]
        public static partial Tensor Mixed(Tensor x)
        {
            Layer shared = Dense(3);
            Layer twice = x => x * 2;
            return Sequential(x, shared, Half, Layers.Tanh, x => x + 1, static (Tensor y) => y - 1, twice, shared);
        }
        """);

    [Fact]
    public Task Layers_without_parameters() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Half(Tensor x, double by = 0.5) => x * by;

        [Parametrized]
        public static partial Tensor Squash(Tensor x) => Sequential(x, Half(), Relu, Half(0.25));
        """);

    [Fact]
    public Task A_template_of_layers() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Residual(Tensor x, params Layer[] layers)
        {
            var y = x;
            foreach (var layer in layers)
                y = layer(y);

            return x + y;
        }

        [Parametrized]
        public static partial Tensor Deep(Tensor x) => Residual(x, Dense(3), Residual(Relu, Dense(3)));
        """);

    [Fact]
    public Task A_template_of_single_layers() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Gated(Tensor x, Layer inner, Layer? gate = null) => gate is null ? inner(x) : inner(x) * gate(x).sigmoid();

        [Parametrized]
        public static partial Tensor Deep(Tensor x) => Gated(Gated(x, Dense(3), Dense(1)), Gated(Relu));
        """);

    [Fact]
    public Task A_list_as_a_single_layer() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

        [Parametrized]
        public static partial Tensor Deep(Tensor x) => Residual(x, Sequential(Dense(4), Relu, Dense(3)));
        """);

    [Fact]
    public Task A_layer_of_two_inputs() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Last(Tensor carry, Tensor inputs, Layer<Tensor, Tensor, (Tensor Carry, Tensor Output)> cell)
        {
            foreach (var step in inputs.unbind())
                (carry, _) = cell(carry, step);

            return carry;
        }

        [Parametrized]
        public static partial Tensor Four(Tensor inputs) => Last(zeros(1, 4), inputs, GRUCell(4));
        """);

    [Fact]
    public Task Scan_over_time() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Last(Tensor inputs, Layer<Tensor, Tensor, (Tensor Carry, Tensor Output)> cell)
        {
            for (var i = 0; i < 2; i++)
                inputs = Scan(GRUCell(4), zeros(1, 4), inputs, reverse: true).Outputs;

            return Scan(cell, zeros(1, 4), inputs).Carry;
        }
        """);

    [Fact]
    public Task Template_named_like_another() => Snapshot.Match(
    [
        ("Mine.cs", Driver.Source.Usings + """
            namespace Vision;

            public static partial class Mine
            {
                [Parametrized]
                public static partial Tensor Dense(Tensor x, int width) => x * Parameter([width], Initializers.Ones(), "scale");

                [Parametrized]
                public static partial Tensor Both(Tensor x) => Dense(JaxNet.Layers.Dense(x, 3), 3);
            }
            """),
    ]);

    [Fact]
    public Task Running_state() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Centered(Tensor x, double momentum)
        {
            var average = State(zeros(x.shape[^1]), "average");
            if (CurrentMode == Mode.Train)
                average.Value = average.Value * momentum + x.mean([0L]) * (1 - momentum);

            return x - average.Value;
        }

        [Parametrized]
        public static partial Tensor Predict(Tensor x)
        {
            for (var i = 0; i < 2; i++)
                x = Centered(x, 0.5);

            return Sequential(Centered(x, 0.9), Dense(3), Centered(0.99), Relu);
        }

        [Parametrized]
        public static partial Tensor Loss(Tensor x, Tensor targets) => (Predict(x) - targets).square().mean();
        """);

    [Fact]
    public Task Rounds_by_name() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Heads(Tensor x, IReadOnlyDictionary<string, long> sizes)
        {
            var heads = new Dictionary<string, Tensor>();
            for (var i = 0; i < 2; i++)
                heads[$"head{i}"] = Parameter([3], Initializers.Zeros(), "head");

            foreach (var (name, size) in sizes)
                x = Dense(x, size);

            return x + heads.Values.Aggregate((a, b) => a + b);
        }
        """);

    [Fact]
    public Task Layers_by_name() => Snapshot.Match("""
            [Parametrized]
            public static partial Tensor Heads(Tensor x, IReadOnlyDictionary<string, Layer> heads)
            {
                var y = x;
                foreach (var (name, head) in heads)
                    y = y + head(x) * name.Length;

                return y;
            }

            [Parametrized]
            public static partial Tensor Net1(Tensor x) => Heads(x, new Dictionary<string, Layer> { ["a"] = Dense(3), ["b"] = Relu });
        """);
}
