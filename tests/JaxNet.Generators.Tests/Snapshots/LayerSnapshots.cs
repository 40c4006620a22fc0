using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Snapshots;

/// <summary>Templates with parameters of their own.</summary>
public sealed class LayerSnapshots
{
    [Fact]
    public Task Dense() => Snapshot.Match("""
        /// <summary>A fully connected layer.</summary>
        [Parametrized]
        public static partial Tensor Dense(Tensor inputs, long outDim, Initializer? kernelInit = null)
        {
            var kernel = Parameter([inputs.shape[^1], outDim], kernelInit ?? Initializers.GlorotNormal(), "kernel");
            var bias = Parameter([outDim], Initializers.Normal(1e-2), "bias");
            return inputs.matmul(kernel) + bias;
        }
        """);

    [Fact]
    public Task Unnamed_parameters() => Snapshot.Match(Project.Of(("Net.cs", Source.InNet("""
        [Parametrized]
        public static partial Tensor Affine(Tensor x)
        {
            var scale = Parameter([x.shape[^1]], Initializers.Ones());
            return x * scale + Parameter([x.shape[^1]], Initializers.Zeros());
        }
        """))).Configure("[*.cs]\ndotnet_diagnostic.JXN0011.severity = none\n"));

    [Fact]
    public Task Parameter_that_is_a_tree() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Affine(Tensor x)
        {
            var (scale, shift) = Parameter(key => (Initializers.Ones()(key, [3]), Initializers.Zeros()(key, [3])), "affine");
            return x * scale + shift;
        }
        """);

    [Fact]
    public Task Expression_body() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Scaled(Tensor x, double by = 2.5) => x * by * Parameter([], Initializers.Ones(), "scale");
        """);

    [Fact]
    public Task Without_inputs() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Table(long rows, long columns) => Parameter([rows, columns], Initializers.Normal(), "rows");
        """);

    [Fact]
    public Task Without_parameters() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Scaled(Tensor x, double by) => x * by;
        """);

    [Fact]
    public Task Dropout_with_key_and_mode() => Snapshot.Match("""
        [Parametrized]
        public static partial Tensor Drop(Tensor x, double rate = 0.5)
        {
            if (CurrentMode == Mode.Eval)
                return x;

            var (keep, key) = (1 - rate, RandomKey());
            return x * keep;
        }
        """);

    [Fact]
    public Task Defaults_and_named_arguments() => Snapshot.Match("""
        public enum Padding { Same, Valid }

        [Parametrized]
        public static partial Tensor Filter(
            Tensor x, long width, Padding padding = Padding.Valid, string? label = "it's \"quoted\"", double rate = 1e-3, Func<Tensor, Tensor>? then = null)
        {
            return x * Parameter(init: Initializers.Ones(), name: "kernel", shape: [width]);
        }

        [Parametrized]
        public static partial Tensor Twice(Tensor x) => Filter(width: 3, x: Filter(x, 4, padding: Padding.Same), label: null);
        """);

    [Fact]
    public Task Tuples_in_and_out() => Snapshot.Match("""
        [Parametrized]
        public static partial (Tensor Carry, (Tensor, Tensor) Others) Cell((Tensor H, Tensor C) state, Tensor x)
        {
            var (h, c) = state;
            return (h * Parameter([3], Initializers.Ones(), "w"), (c, x));
        }

        [Parametrized]
        public static partial Tensor Outer(Tensor x) => Cell((x, x), x).Carry;
        """);
}
