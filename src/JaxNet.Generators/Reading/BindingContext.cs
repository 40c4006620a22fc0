using System.Threading;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Reading;

/// <summary>The user's compilation together with the skeletons of all templates: what bodies are bound in.</summary>
internal sealed class BindingContext
{
    private readonly Dictionary<string, TemplateSurface> _surfaces = [];
    private readonly Dictionary<IMethodSymbol, TemplateSurface?> _surfaceOf = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _generated = [];
    private readonly HashSet<string> _states = [];
    private readonly HashSet<SyntaxTree> _skeletons = [];
    private readonly Dictionary<SyntaxTree, IReadOnlyList<SurfaceReader.Result>> _declarations = [];

    private BindingContext(Compilation compilation) => Compilation = compilation;

    public Compilation Compilation { get; private set; }

    /// <summary>The files with templates, ready to be read.</summary>
    public static IEnumerable<FileToRead> FilesToRead(Compilation compilation, CancellationToken cancellation)
    {
        var files = new List<FileSurfaces>();
        var trees = new List<SyntaxTree>();
        var allHash = HashOfSurroundings(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var file = FileSurfaces.Of(tree, cancellation);
            allHash = SurfaceHash.Add(allHash, file.Hash);
            if (file.Templates.Count > 0)
            {
                files.Add(file);
                trees.Add(tree);
            }
        }

        // Most edits leave all files as they were: then nothing is bound at all.
        var context = new Lazy<BindingContext>(() => Bind(compilation, trees, files, allHash, cancellation));
        return trees.Select(tree => new FileToRead(tree, allHash, compilation.Options, context)).ToList();
    }

    /// <summary>The declarations of a file's templates.</summary>
    public IReadOnlyList<SurfaceReader.Result> DeclarationsIn(SyntaxTree tree) => _declarations[tree];

    /// <summary>Whether a type of this name is to be generated.</summary>
    public bool IsGenerated(string type) => _generated.Contains(type);

    /// <summary>Whether a type of this name is to be generated if its template keeps state, which its body will tell.</summary>
    public bool IsGeneratedState(string type) => _states.Contains(type);

    public TemplateSurface? SurfaceOf(IMethodSymbol method)
    {
        if (!_surfaceOf.TryGetValue(method, out var surface))
        {
            if (method.OriginalDefinition.GetDocumentationCommentId() is { } id)
                _surfaces.TryGetValue(id, out surface);

            _surfaceOf.Add(method, surface);
        }

        return surface;
    }

    private static BindingContext Bind(
        Compilation compilation, List<SyntaxTree> trees, List<FileSurfaces> files, ulong allHash, CancellationToken cancellation)
    {
        var context = new BindingContext(compilation);
        var known = KnownSurfaces.Of(compilation);
        for (var i = 0; i < trees.Count; i++)
        {
            var bound = files[i].Bound;
            if (bound is null || bound.AllHash != allHash)
            {
                bound = known.Find(trees[i], files[i], allHash) ?? BindFile(trees[i], files[i]);
                known.Keep(trees[i], files[i], bound);
                files[i].Bound = bound;
            }

            context._skeletons.Add(bound.Skeleton);
            context._declarations.Add(trees[i], bound.Results);
            foreach (var result in bound.Results)
            {
                if (result.Surface is not { } surface)
                    continue;

                context._surfaces[surface.Id] = surface;
                context._generated.Add(surface.Prefix + "Params");
                context._generated.Add(surface.Prefix + "Module");
                context._states.Add(surface.Prefix + "State");
            }
        }

        context.Compilation = CompilationWithSkeletons.Of(compilation, context._skeletons);
        return context;

        FileSurfaces.BoundSurfaces BindFile(SyntaxTree tree, FileSurfaces file)
        {
            var results = SurfaceReader.Read(file.Templates, compilation.GetSemanticModel(tree));
            return new(allHash, results, Skeleton.Write(results.Select(result => result.Surface).OfType<TemplateSurface>(), tree.Options, cancellation));
        }
    }

    private static ulong HashOfSurroundings(Compilation compilation) => compilation.References.Aggregate(
        (compilation.AssemblyName ?? "").Aggregate(SurfaceHash.Add(SurfaceHash.Start, (ulong)((CSharpCompilation)compilation).LanguageVersion), (hash, character) => SurfaceHash.Add(hash, character)),
        (hash, reference) => SurfaceHash.Add(hash, ReferenceNumbers.Of(reference)));
}
