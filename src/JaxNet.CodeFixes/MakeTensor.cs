using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0009: says that a number or array is meant to be a tensor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class MakeTensor() : RuleFix("JXN0009")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Expression: var value } ||
            model.Compilation.GetTypeByMetadataName("TorchSharp.torch") is not { } torch)
        {
            return null;
        }

        var name = torch.ToMinimalDisplayString(model, value.SpanStart);
        var made = SyntaxFactory.ParseExpression($"{name}.tensor({value.WithoutTrivia()})");
        return new($"Write '{name}.tensor({value.WithoutTrivia()})'", value, made.WithTriviaFrom(value));
    }
}
