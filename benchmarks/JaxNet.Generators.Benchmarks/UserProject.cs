using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TorchSharp;

namespace JaxNet.Generators.Benchmarks;

/// <summary>A project with many templates, and one file without any.</summary>
internal sealed class UserProject
{
    private const int TemplatesInAFile = 10;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly IReadOnlyList<MetadataReference> References = [.. Framework(), Reference(typeof(Module)), Reference(typeof(torch))];

    private SyntaxTree edited;
    private SyntaxTree other;

    public UserProject(int templates)
    {
        var files = Enumerable.Range(0, (templates + TemplatesInAFile - 1) / TemplatesInAFile)
            .Select(file => Parse($"Nets{file}.cs", File(file, Math.Min(TemplatesInAFile, templates - (file * TemplatesInAFile)), edit: 0)))
            .ToList();

        (edited, other) = (files[0], Parse("Other.cs", Other(0)));
        Count = Math.Min(TemplatesInAFile, templates);
        Compilation = CSharpCompilation.Create("User", [.. files, other], References, new(OutputKind.DynamicallyLinkedLibrary));
    }

    public CSharpCompilation Compilation { get; private set; }

    private int Count { get; }

    /// <summary>The project with a number changed in the body of one template.</summary>
    public CSharpCompilation EditBody(int edit)
    {
        var tree = Parse("Nets0.cs", File(0, Count, edit));
        (Compilation, edited) = (Compilation.ReplaceSyntaxTree(edited, tree), tree);
        return Compilation;
    }

    /// <summary>The project with a number changed where there is no template.</summary>
    public CSharpCompilation EditOther(int edit)
    {
        var tree = Parse("Other.cs", Other(edit));
        (Compilation, other) = (Compilation.ReplaceSyntaxTree(other, tree), tree);
        return Compilation;
    }

    private static string Other(int edit) => $"public static class Other {{ public static int Number() => {edit}; }}";

    private static string File(int file, int templates, int edit)
    {
        var text = new StringBuilder($$"""
            using JaxNet;
            using TorchSharp;
            using static JaxNet.Layers;
            using static JaxNet.Primitives;
            using static TorchSharp.torch;

            public static partial class Nets{{file}}
            {

            """);

        for (var i = 0; i < templates; i++)
        {
            // Each but the first calls the one before it, as networks are made of blocks.
            var inner = i == 0 ? "x" : $"Block{i - 1}(x, {i + 1})";
            text.Append($$"""
                    /// <summary>A block.</summary>
                    [Parametrized]
                    public static partial Tensor Block{{i}}(Tensor x, long size)
                    {
                        var kernel = Parameter([x.shape[^1], size], Initializers.GlorotNormal(), "kernel");
                        var bias = Parameter([size], Initializers.Zeros(), "bias");
                        var read = Sequential({{inner}}, Dense(size + {{(i == 0 ? edit : 0)}}), Relu, Dense(size), LayerNorm());
                        for (var round = 0; round < 2; round++)
                            read = Relu(Dense(read, size)) + read;

                        return CurrentMode == Mode.Train ? Dropout(x.matmul(kernel) + bias, 0.1) : x.matmul(kernel) + bias + read.mean();
                    }


                """);
        }

        return text.Append('}').ToString();
    }

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, name);

    private static IEnumerable<MetadataReference> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static PortableExecutableReference Reference(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
