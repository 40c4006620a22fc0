using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0016: leaves a module out that is never called, unless making it has an effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class LeaveModuleOut() : RuleFix("JXN0016")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax or SwitchSectionSyntax } statement)
            return null;

        var variable = node as VariableDeclaratorSyntax;
        SyntaxNode superfluous = variable is { Parent: VariableDeclarationSyntax { Variables.Count: > 1 } } ? variable : statement;
        var made = variable is { Initializer.Value: { } value } ? value : (statement as ExpressionStatementSyntax)?.Expression;
        if (made is null || HasEffect(made, model))
            return null;

        var around = superfluous.Parent!;
        return new($"Leave '{(variable is null ? made : variable.Identifier)}' out", around, Without(superfluous, around));
    }

    /// <summary>Comments above a statement stay: they may be about more than it.</summary>
    private static SyntaxNode Without(SyntaxNode superfluous, SyntaxNode around)
    {
        const SyntaxRemoveOptions Nothing = SyntaxRemoveOptions.KeepNoTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives;
        var above = superfluous.GetLeadingTrivia();
        if (!above.Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia))
            return around.RemoveNode(superfluous, Nothing)!;

        var mark = new SyntaxAnnotation();
        var indent = above.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? 1 : 0;
        var marked = around.ReplaceNode(superfluous, superfluous.WithLeadingTrivia(above.Take(above.Count - indent)).WithAdditionalAnnotations(mark));
        return marked.RemoveNode(marked.GetAnnotatedNodes(mark).Single(), Nothing | SyntaxRemoveOptions.KeepLeadingTrivia)!;
    }

    /// <summary>Making a module has no effect itself; what it is made from may write to a variable, or take a link of the key chain.</summary>
    private static bool HasEffect(ExpressionSyntax module, SemanticModel model) => Effects.In(module, model) || module.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Any(call => model.GetSymbolInfo(call).Symbol is { } method && Templates.IsPrimitive(method));
}
