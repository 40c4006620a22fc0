using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0018: writes the one size of the parameter that makes its shape fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class RepairShape() : RuleFix("JXN0018")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(UnfitShapes.Size, out var size) || diagnostic.AdditionalLocations.Count == 0)
            return null;

        var found = node.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        return found.FirstAncestorOrSelf<ExpressionSyntax>() is { } written
            ? new($"Write {size} for {written} in the parameter's shape", written, SyntaxFactory.ParseExpression(size!).WithTriviaFrom(written))
            : null;
    }
}
