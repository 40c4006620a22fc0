using System.Collections.Immutable;
using System.Text;
using JaxNet.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>An editor with a user's project in it: it shows what is wrong, and offers what to do.</summary>
internal sealed class Editor : IDisposable
{
    private static readonly IReadOnlyList<CodeFixProvider> s_fixes =
    [
        .. typeof(RuleFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RuleFix)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project = ProjectId.CreateNewId();

    private Editor(IEnumerable<(string Name, string Text)> files)
    {
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _project, VersionStamp.Default, "UserProject", "UserProject", LanguageNames.CSharp,
            compilationOptions: Driver.Project.Options,
            parseOptions: Driver.Project.ParseOptions,
            metadataReferences: References.All,
            analyzerReferences: [new Generator()]));

        foreach (var (name, text) in files)
            solution = solution.AddDocument(DocumentId.CreateNewId(_project), name, SourceText.From(text, Encoding.UTF8), filePath: name);

        Solution = solution;
    }

    private Solution Solution { get; set; }

    private Microsoft.CodeAnalysis.Project Project => Solution.GetProject(_project)!;

    public static Editor Open(params IEnumerable<(string Name, string Text)> files) => new(files);

    /// <summary>What a file becomes when the first problem of this id is fixed.</summary>
    public static string Fix(string id, string source)
    {
        using var editor = Open(("User.cs", source));
        return editor.FixFirst(id).Text("User.cs");
    }

    /// <summary>Fails if anything is offered for problems of this id, which there must be.</summary>
    public static void OffersNothing(string id, string source)
    {
        using var editor = Open(("User.cs", source));
        Assert.Null(editor.OfferFor(id));
    }

    public string Text(string file) => Project.Documents.Single(document => document.Name == file).GetTextAsync().GetAwaiter().GetResult().ToString();

    public Editor FixFirst(string id)
    {
        var offer = OfferFor(id);
        Assert.NotNull(offer);
        return Apply(offer);
    }

    /// <summary>Fixes all problems of this id in the file of the first one, or in the solution.</summary>
    public Editor FixAll(string id, FixAllScope scope)
    {
        var fix = s_fixes.Single(fix => fix.FixableDiagnosticIds.Contains(id));
        var document = Project.Documents.First();
        var context = new FixAllContext(document, fix, scope, fix.GetType().Name, [id], new Problems(this), default);
        return Apply(fix.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult()!);
    }

    public void Dispose() => _workspace.Dispose();

    private CodeAction? OfferFor(string id)
    {
        var problems = ProblemsIn(Project).OrderBy(problem => problem.Location.SourceSpan.Start).ToList();
        var problem = problems.FirstOrDefault(problem => problem.Id == id);
        Assert.True(problem is not null, $"There is no {id}, but: {string.Join("\n", problems)}");
        CodeAction? offer = null;
        foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            fix.RegisterCodeFixesAsync(new(Solution.GetDocument(problem!.Location.SourceTree)!, problem, (action, _) => offer ??= action, default))
                .GetAwaiter().GetResult();
        }

        return offer;
    }

    private Editor Apply(CodeAction action)
    {
        var changes = action.GetOperationsAsync(default).GetAwaiter().GetResult();
        Solution = changes.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return this;
    }

    private static IEnumerable<Diagnostic> ProblemsIn(Microsoft.CodeAnalysis.Project project)
    {
        var final = project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var trees = project.Documents.Select(document => document.GetSyntaxTreeAsync().GetAwaiter().GetResult()!).ToList();
        CSharpGeneratorDriver
            .Create([new ParametrizedGenerator().AsSourceGenerator()], parseOptions: Driver.Project.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(final.RemoveSyntaxTrees(final.SyntaxTrees.Except(trees)), out _, out var problems);
        return [.. problems, .. RuleSet.Of(final)];
    }

    /// <summary>The generator, as a package brings it to a project.</summary>
    private sealed class Generator : AnalyzerReference
    {
        // An editor asks twice, and takes another object for another generator.
        private readonly ImmutableArray<ISourceGenerator> _generators = [new ParametrizedGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }

    private sealed class Problems(Editor editor) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellation) =>
            Task.FromResult(ProblemsIn(project));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            Task.FromResult(ProblemsIn(document.Project).Where(problem => editor.Solution.GetDocument(problem!.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellation) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
