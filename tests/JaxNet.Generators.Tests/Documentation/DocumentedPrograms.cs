using JaxNet.Generators.Tests.Driver;
using JaxNet.Generators.Tests.Running;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>The programs of all pages, compiled at once.</summary>
internal static class DocumentedPrograms
{
    public static IReadOnlyList<DocumentedProgram> All { get; } = [.. Read()];

    private static readonly Lazy<Run> s_run = new(() => Project.Of(All.Select(program => (program.Name, program.File))).Run());

    private static readonly Lazy<LoadedProgram> s_loaded = new(() => new LoadedProgram(s_run.Value));

    /// <summary>What JaxNet and the compiler have against one of them.</summary>
    public static IReadOnlyList<string> Problems(DocumentedProgram program) =>
    [
        .. s_run.Value.Problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Concat(s_run.Value.CompilerMessages)
            .Where(problem => (problem.Location.SourceTree?.FilePath ?? "") is var path && (path == program.Name || path.Contains($"{program.Namespace}.", StringComparison.Ordinal)))
            .Select(Run.Describe),
    ];

    /// <summary>Runs one, and returns what each of its blocks has printed.</summary>
    public static IReadOnlyList<string> Print(DocumentedProgram program) =>
        s_loaded.Value.Call<string>($"{program.Namespace}.Page", "Run").ReplaceLineEndings("\n").Split(DocumentedProgram.Mark + "\n")[..^1];

    /// <summary>The files that the generator has written for one of them.</summary>
    public static string Generated(DocumentedProgram program) =>
        string.Join('\n', s_run.Value.Files.Where(file => file.Name.StartsWith($"{program.Namespace}.", StringComparison.Ordinal)).Select(file => file.Text));

    private static IEnumerable<DocumentedProgram> Read()
    {
        var index = 0;
        foreach (var page in Page.All.Where(page => !page.Name.StartsWith("docs/rules/", StringComparison.Ordinal)))
        {
            var declared = Declarations.Of("");
            var blocks = page.Blocks.Where(block => block.IsCode && block.After("generated") is null && block.After("other C#") is null).ToList();
            while (blocks.Count > 0)
            {
                var length = 1 + blocks.Skip(1).TakeWhile(block => block.Has("continues")).Count();
                var program = new DocumentedProgram(index++, page, blocks[..length], declared);
                declared = program.Declared;
                blocks.RemoveRange(0, length);
                yield return program;
            }
        }
    }
}
