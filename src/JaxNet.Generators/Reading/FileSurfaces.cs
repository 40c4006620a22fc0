using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// What a file's syntax alone tells: its templates, and a hash of its declarations. It is remembered for as long as
/// the tree lives, so that an edit costs the reading of one file.
/// </summary>
internal sealed class FileSurfaces
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileSurfaces> s_known = new();

    private FileSurfaces(IReadOnlyList<MethodDeclarationSyntax> templates, IReadOnlyList<MethodDeclarationSyntax> unattributed, ulong hash) =>
        (Templates, Unattributed, Hash) = (templates, unattributed, hash);

    public IReadOnlyList<MethodDeclarationSyntax> Templates { get; }

    /// <summary>Partial methods with a body that are no templates, and perhaps should be.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Unattributed { get; }

    public ulong Hash { get; }

    /// <summary>The declarations of this file's templates, bound among declarations of this hash.</summary>
    public BoundSurfaces? Bound { get; set; }

    public static FileSurfaces Of(SyntaxTree tree, CancellationToken cancellation) => s_known.GetValue(tree, key =>
    {
        var root = key.GetRoot(cancellation);
        return new FileSurfaces(TemplateSyntax.FindIn(root), TemplateSyntax.FindIn(root, ForgottenAttributes.IsCandidate), SurfaceHash.Of(root));
    });

    /// <param name="AllHash">The hash of all declarations of the compilation.</param>
    public sealed record BoundSurfaces(ulong AllHash, IReadOnlyList<SurfaceReader.Result> Results, SyntaxTree Skeleton);
}
