using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0019: types with tensors that are no trees, so that a parameter of theirs is no input.</summary>
public sealed class TensorsThatAreNoInputTests
{
    private const string Types = """
        public sealed record Batch(Tensor Images, Tensor Targets) { public long Size => Images.shape[0]; }
        public sealed record Named(Tensor Images, string Name);
        public struct Pair { public Tensor First; public (Tensor, Tensor[]) Others; }
        public sealed class Outer { public required Batch Batch { get; init; } public Tensor? Mask { get; init; } }
        public sealed record Chain(Tensor Value, Chain? Next);
        public sealed record Own(Tensor Images) : ITree { public void Visit(TreeVisitor v) => v.Child("images", Images); public ITree Rebuild(TreeRebuilder r) => new Own(r.Child(Images)); }
        public sealed class Normalizer { private readonly Tensor _mean = zeros(3); public Tensor Of(Tensor x) => x - _mean; }
        public sealed record Options(int Width, Func<Tensor, Tensor> Activation);

        """;

    [Theory]
    [InlineData("Batch [|b|]", "Batch", "let 'Batch' implement ITree, or take a tuple")]
    [InlineData("Tensor x, Batch [|b|]", "Batch", "let 'Batch' implement ITree, or take a tuple")]
    [InlineData("Tensor x, Pair [|b|]", "Pair", "let 'Pair' implement ITree, or take a tuple")]
    [InlineData("Outer [|b|]", "Outer", "let 'Batch' implement ITree, or take a tuple")]
    [InlineData("Tensor x, Chain [|b|]", "Chain", "let 'Chain' implement ITree, or take a tuple")]
    [InlineData("Tensor x, List<Batch> [|b|]", "List<Batch>", "let 'Batch' implement ITree, or take a tuple")]
    [InlineData("(Batch, Tensor)[] [|b|]", "(Batch, Tensor)[]", "let 'Batch' implement ITree, or take a tuple")]
    [InlineData("Named [|b|]", "Named", "let 'Named' implement ITree, or take a tuple")]
    [InlineData("Tensor x, IEnumerable<Tensor> [|b|]", "IEnumerable<Tensor>", "take a tuple, an array, a list, or a dictionary with string keys, of tensors only")]
    [InlineData("Dictionary<int, Tensor> [|b|]", "Dictionary<int, Tensor>", "take a tuple, an array, a list, or a dictionary with string keys, of tensors only")]
    [InlineData("(Tensor, int) [|b|]", "(Tensor, int)", "take a tuple, an array, a list, or a dictionary with string keys, of tensors only")]
    public void JXN0019_tensors(string parameters, string type, string advice) => Rule.Reports(
        "JXN0019",
        $"'b' has tensors, but '{type}' is not a tree of them, so that it is a hyperparameter of 'F'; to make it an input, {advice}; if a hyperparameter is meant, write [Hyperparameter]",
        WithTypes($"[Parametrized] public static partial Tensor F({parameters}) => Parameter([3], Initializers.Ones());"));

    [Theory]
    [InlineData("Batch b, [Hyperparameter] Batch c")]
    [InlineData("[Hyperparameter] Batch b")]
    public void JXN0019_is_satisfied_by_the_attribute(string parameters) => Rule.ReportsEach(
        "JXN0019",
        WithTypes($"[Parametrized] public static partial Tensor F({parameters.Replace(" b,", " [|b|],")}) => Parameter([3], Initializers.Ones());"));

    [Theory]
    [InlineData("Own b")]
    [InlineData("Tensor x, Named b")]
    [InlineData("Tensor x, (Tensor, int) b")]
    [InlineData("Normalizer b")]
    [InlineData("Options b, string name, int[] sizes, Dictionary<string, long> more")]
    [InlineData("AttentionMask b, Initializer? init, Layer layer, Layer<Tensor[], Tensor> other, Func<Tensor, Tensor> f")]
    [InlineData("Tensor x, Key key, DenseModule module, DenseParams p, object any, (Tensor, Tensor)? carry")]
    [InlineData("Mask mask, Size size, Device? device, Lazy<Tensor> later")]
    public void JXN0019_is_silent_of_what_may_be_meant(string parameters) =>
        Rule.IsSilent(WithTypes($"[Parametrized] public static partial Tensor F({parameters}) => Parameter([3], Initializers.Ones());"));

    [Fact]
    public void JXN0019_is_silent_of_what_is_no_template() =>
        Rule.IsSilent(WithTypes("public static Tensor F(Batch b) => b.Images;"));

    [Theory]
    [InlineData("public sealed record Batch(Tensor Images, Tensor BatchTargets);", "public sealed record Batch(Tensor Images, Tensor BatchTargets) : ITree\n{\n", "\n}")]
    [InlineData("public record struct Batch(Tensor Images) : IDisposable\n{\n    public Tensor? BatchTargets { get; init; }\n\n    public void Dispose() => Images.Dispose();\n}",
        "public record struct Batch(Tensor Images) : IDisposable, ITree\n{\n    public Tensor? BatchTargets { get; init; }\n\n    public void Dispose() => Images.Dispose();\n\n", "\n}")]
    [InlineData("// A batch.\npublic struct Batch\n{\n    public Tensor Images;\n    public Tensor[] BatchTargets;\n    public long Size => 3;\n}",
        "// A batch.\npublic struct Batch : ITree\n{\n    public Tensor Images;\n    public Tensor[] BatchTargets;\n    public long Size => 3;\n\n", "\n}")]
    [InlineData("public sealed record Batch<T>(Tensor Images, Tensor BatchTargets, T Size) where T : struct;", "public sealed record Batch<T>(Tensor Images, Tensor BatchTargets, T Size) : ITree where T : struct\n{\n", "\n}")]
    [InlineData("public record struct Batch // What is learned from.\n{ // The data.\n    public Tensor Images;\n#region More\n    public Tensor BatchTargets;\n    // The end.\n#endregion\n}",
        "public record struct Batch : ITree // What is learned from.\n{ // The data.\n    public Tensor Images;\n#region More\n    public Tensor BatchTargets;\n    // The end.\n#endregion\n\n", "\n}")]
    [InlineData("public sealed record Batch(Tensor Images, Tensor BatchTargets)\n{\n#if !OTHER\n    public int Size;\n#endif\n}", "public sealed record Batch(Tensor Images, Tensor BatchTargets) : ITree\n{\n#if !OTHER\n    public int Size;\n#endif\n\n", "\n}")]
    [InlineData("public struct Batch { public Tensor Images; public Tensor BatchTargets; }", "public struct Batch : ITree { public Tensor Images; public Tensor BatchTargets;\n\n", "\n}")]
    [InlineData("public record Batch(Tensor Images, Tensor BatchTargets) { } // Both.", "public record Batch(Tensor Images, Tensor BatchTargets) : ITree {\n", "\n} // Both.")]
    [InlineData("public record Batch(Tensor Images, Tensor BatchTargets); // Both.", "public record Batch(Tensor Images, Tensor BatchTargets) : ITree\n{\n", "\n} // Both.")]
    public void The_fix_implements_the_interface(string before, string header, string footer)
    {
        const string Members = """
                /// <inheritdoc/>
                public void Visit(TreeVisitor visitor)
                {
                    visitor.Child("images", Images);
                    visitor.Child("batch_targets", BatchTargets);
                }

                /// <inheritdoc/>
                public ITree Rebuild(TreeRebuilder rebuilder) => this with { Images = rebuilder.Child(Images), BatchTargets = rebuilder.Child(BatchTargets) };
            """;
        var template = $"\n\npublic static partial class Net\n{{\n[Parametrized] public static partial Tensor F({(before.Contains("<T>") ? "Batch<int>" : "Batch")} b) => Dense(b.Images, 3);\n}}\n";
        var after = Source.Usings + header + Members + footer + template;
        Assert.Equal(after, Editor.Fix("JXN0019", Source.Usings + before + template));
        Rule.IsSilent(after);
    }

    [Fact]
    public void The_fix_escapes_names_that_are_keywords() => Rule.IsSilent(Editor.Fix(
        "JXN0019",
        Source.Usings + "public record Batch(Tensor Images, Tensor @base);\npublic static partial class Net { [Parametrized] public static partial Tensor F(Batch b) => Dense(b.Images, 3); }"));

    [Theory]
    [InlineData("public sealed class Batch { public required Tensor Images { get; init; } }")]
    [InlineData("public sealed record Batch { public Tensor Images { get; } = zeros(3); }")]
    [InlineData("public sealed partial record Batch(Tensor Images); public sealed partial record Batch { public int N; }")]
    public void Nothing_is_offered_where_the_text_is_not_known(string type) => Editor.OffersNothing(
        "JXN0019", Source.InNet($"{type} [Parametrized] public static partial Tensor F(Batch b) => Dense(b.Images, 3);"));

    private static string WithTypes(string template) => Source.Usings + Types + $"public static partial class Net {{ {template} }}";
}
