using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using System.Text;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>
/// A user's project in memory, open in an editor: files can be edited, and each run of the generator remembers the
/// one before it.
/// </summary>
internal sealed class Project
{
    // The compiler that these tests are built with may know the language version only as its preview.
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        generalDiagnosticOption: ReportDiagnostic.Error,
        // As the SDK does: TorchSharp is built against an older .NET, and the runtime unifies the two.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
        optimizationLevel: OptimizationLevel.Debug,
        warningLevel: 9999,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);

    private readonly CSharpParseOptions _parseOptions;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    private Project(IEnumerable<(string Name, string Text)> files, IEnumerable<MetadataReference> references, string assemblyName, CSharpParseOptions parseOptions)
    {
        _parseOptions = parseOptions;
        _compilation = CSharpCompilation.Create(
            assemblyName, files.Select(file => Parse(file.Name, file.Text)), References.All.Concat(references), Options);
        _driver = CSharpGeneratorDriver.Create(
            [new ParametrizedGenerator().AsSourceGenerator()],
            parseOptions: _parseOptions,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>A project of these files.</summary>
    public static Project Of(params IEnumerable<(string Name, string Text)> files) => new(files, [], "UserProject", ParseOptions);

    /// <summary>A project of these files that refers to other assemblies beside the usual ones.</summary>
    public static Project Of(IEnumerable<MetadataReference> references, params IEnumerable<(string Name, string Text)> files) =>
        new(files, references, "UserProject", ParseOptions);

    /// <summary>A project of this name, for others to refer to.</summary>
    public static Project Library(string name, params IEnumerable<(string Name, string Text)> files) => new(files, [], name, ParseOptions);

    /// <summary>A project in which these preprocessor symbols are defined.</summary>
    public static Project WithSymbols(string[] symbols, params IEnumerable<(string Name, string Text)> files) => new(files, [], "UserProject", ParseOptions.WithPreprocessorSymbols(symbols));

    /// <summary>A project that is set to a version of the language.</summary>
    public static Project InLanguage(LanguageVersion version, params IEnumerable<(string Name, string Text)> files) => new(files, [], "UserProject", ParseOptions.WithLanguageVersion(version));

    /// <summary>Gives the project an <c>.editorconfig</c>.</summary>
    public Project Configure(string text)
    {
        _compilation = _compilation.WithOptions(_compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(text)));
        return this;
    }

    /// <summary>Sets the project's <c>AllowUnsafeBlocks</c>.</summary>
    public Project AllowUnsafe(bool isAllowed)
    {
        _compilation = _compilation.WithOptions(_compilation.Options.WithAllowUnsafe(isAllowed));
        return this;
    }

    /// <summary>Writes a file, new or old.</summary>
    public Project Write(string name, string text)
    {
        var tree = Parse(name, text);
        _compilation = _compilation.SyntaxTrees.FirstOrDefault(old => old.FilePath == name) is { } old
            ? _compilation.ReplaceSyntaxTree(old, tree)
            : _compilation.AddSyntaxTrees(tree);
        return this;
    }

    /// <summary>Adds a file that is parsed already.</summary>
    public Project Add(SyntaxTree tree)
    {
        _compilation = _compilation.AddSyntaxTrees(tree);
        return this;
    }

    /// <summary>Replaces a text that a file has exactly once, as typing would.</summary>
    public Project Edit(string name, string before, string after)
    {
        var text = _compilation.SyntaxTrees.Single(tree => tree.FilePath == name).ToString();
        Assert.Equal(2, text.Split(before).Length);
        return Write(name, text.Replace(before, after));
    }

    /// <summary>Deletes a file.</summary>
    public Project Remove(string name)
    {
        _compilation = _compilation.RemoveSyntaxTrees(_compilation.SyntaxTrees.Single(tree => tree.FilePath == name));
        return this;
    }

    /// <summary>Runs the generator.</summary>
    public Run Run()
    {
        var result = Generate(out var output);
        return new Run(result, output);
    }

    /// <summary>Runs the generator, and doesn't compile what comes out.</summary>
    public GeneratorRunResult Generate(out CSharpCompilation output)
    {
        // As in an editor, the compilation is a new object each time.
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation.Clone(), out var compilation, out _);
        output = (CSharpCompilation)compilation;
        return _driver.GetRunResult().Results.Single();
    }

    private SyntaxTree Parse(string name, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), _parseOptions, name);
}
