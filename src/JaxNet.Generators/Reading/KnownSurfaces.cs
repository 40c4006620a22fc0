using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>The declarations of a project's templates, file by file, as they were bound last. An edit in a body leaves those of its file as they were: these aren't bound again.</summary>
internal sealed class KnownSurfaces
{
    // An edit makes a new compilation with the same options, which live as long as the project does.
    private static readonly ConditionalWeakTable<CompilationOptions, KnownSurfaces> s_projects = new();

    private readonly Dictionary<string, (Circumstances, FileSurfaces.BoundSurfaces)> _files = [];

    public static KnownSurfaces Of(Compilation compilation) => s_projects.GetValue(compilation.Options, _ => new());

    /// <summary>What is known of a file's declarations, for its present templates; null if they must be bound.</summary>
    public FileSurfaces.BoundSurfaces? Find(SyntaxTree tree, FileSurfaces file, ulong allHash)
    {
        lock (_files)
        {
            return _files.TryGetValue(tree.FilePath, out var known) && known is var (then, bound) && then == Circumstances.Of(tree, file, allHash)
                ? bound with { Results = [.. bound.Results.Zip(SurfaceReader.InOrder(file.Templates), (result, template) => result with { Syntax = template })] }
                : null;
        }
    }

    /// <summary>Keeps what was bound, if it holds wherever the templates stand: problems have a place.</summary>
    public void Keep(SyntaxTree tree, FileSurfaces file, FileSurfaces.BoundSurfaces bound)
    {
        if (bound.Results.Any(result => result.Problem is not null))
            return;

        lock (_files)
            _files[tree.FilePath] = (Circumstances.Of(tree, file, bound.AllHash), bound);
    }

    /// <summary>All that a file's declarations depend on.</summary>
    /// <param name="All">The hash of all declarations of the compilation.</param>
    /// <param name="File">The hash of those of the file.</param>
    /// <param name="Headers">The templates up to their bodies, with the documentation above them, which no hash has.</param>
    /// <param name="Names">The names in the bodies that decide about those of type parameters.</param>
    /// <param name="GeneratedNames">The names in the templates' types that may be those of generated members.</param>
    private sealed record Circumstances(ParseOptions Options, ulong All, ulong File, string Headers, string Names, string GeneratedNames)
    {
        public static Circumstances Of(SyntaxTree tree, FileSurfaces file, ulong allHash) => new(
            tree.Options,
            allHash,
            file.Hash,
            string.Concat(file.Templates.Select(template => TemplateSyntax.HeaderOf(template))),
            string.Join(" ", file.Templates.Select(template => string.Join(",", SingleLayers.NamesLikeThem(template).Distinct()))),
            string.Join(" ", NamedSymbols.LikeGenerated(file.Templates)));
    }
}
