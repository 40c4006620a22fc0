using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Snapshots;

/// <summary>Where a template can stand.</summary>
public sealed class SurroundingsSnapshots
{
    [Fact]
    public Task Namespace_with_usings_inside() => Snapshot.Match(
    [
        ("Networks.cs", """
            using System;

            namespace Company.Vision
            {
                using JaxNet;
                using static JaxNet.Primitives;
                using T = TorchSharp.torch.Tensor;

                namespace Networks
                {
                    public static partial class Small
                    {
                        [Parametrized]
                        public static partial T Net(T x) => Layers.Dense(x, 3) * Parameter([], Initializers.Ones());
                    }
                }
            }
            """),
    ]);

    [Fact]
    public Task Nested_and_less_accessible() => Snapshot.Match(
    [
        ("Outer.cs", Source.Usings + """
            namespace Nesting;

            internal partial class Outer
            {
                private sealed partial record Inner(int Width)
                {
                    internal readonly partial struct Innermost
                    {
                        [Parametrized]
                        private static partial Tensor Hidden(Tensor x) => Dense(x, 3);

                        [Parametrized]
                        internal static partial Tensor Seen(Tensor x) => Hidden(x);
                    }
                }
            }
            """),
    ]);

    [Fact]
    public Task Generic_template_in_a_generic_record() => Snapshot.Match(
    [
        ("Blocks.cs", Source.Usings + """
            namespace Shop;

            public interface IScale
            {
                double Factor { get; }
            }

            public partial record Blocks<TScale>
                where TScale : IScale, new()
            {
                [Parametrized]
                public static partial Tensor Scaled<T>(Tensor x, Func<Key, T> draw, Func<T, Tensor> use, Layer inner)
                    where T : class, ITree =>
                    inner(Block(x)) * use(Parameter(draw, "scale")) * new TScale().Factor;

                [Parametrized]
                public static partial Tensor Block(Tensor x) => Dense(x, 3);
            }
            """),
    ]);

    [Fact]
    public Task Templates_in_two_files_and_classes() => Snapshot.Match(
    [
        ("Blocks.cs", Source.Usings + """
            namespace Shop.Blocks;

            public static partial class Block
            {
                [Parametrized]
                public static partial Tensor Pair(Tensor x, long width) => Dense(Dense(x, width), width);
            }
            """),
        ("Net.cs", Source.Usings + """
            using Shop.Blocks;
            namespace Shop;

            public static partial class Net
            {
                [Parametrized]
                public static partial Tensor Small(Tensor x) => Sequential(Block.Pair(x, 3), Block.Pair(4), Shop.Blocks.Block.Pair(5));
            }
            """),
    ]);

    [Fact]
    public Task Templates_of_another_assembly()
    {
        var library = Project.Library("Library", ("Blocks.cs", Source.Usings + """
            namespace Library;

            public static partial class Blocks
            {
                [Parametrized]
                public static partial Tensor Pair(Tensor x, long width) => Dense(Dense(x, width), width);

                [Parametrized]
                public static partial Tensor Half(Tensor x, double by) => x * by;

                [Parametrized]
                public static partial Tensor Whole(Tensor x) => Pair(x, 4);
            }
            """)).Run().AssertClean();

        return Snapshot.Match(Project.Of([library.Compilation.ToMetadataReference()], ("Net.cs", Source.Usings + """
            using static Library.Blocks;

            public static partial class Net
            {
                [Parametrized]
                public static partial Tensor Small(Tensor x) => Whole(Half(Pair(x, 3), 2)) + Sequential(x, Pair(4), Half(1), Whole());
            }
            """)));
    }
}
