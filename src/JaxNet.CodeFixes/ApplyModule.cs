using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0012: writes <c>Dense(3).Apply(parameters, x)</c> for <c>Dense(x, 3)</c>, where a variable holds parameters of that type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ApplyModule() : RuleFix("JXN0012")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(OutsideOfTemplate.Module, out var module) ||
            !diagnostic.Properties.TryGetValue(OutsideOfTemplate.Inputs, out var inputs) ||
            !diagnostic.Properties.TryGetValue(OutsideOfTemplate.ParamsType, out var type) ||
            Expression(node) is not { } expression ||
            Variables.OfType(type!, expression.SpanStart, model) is not { } parameters)
        {
            return null;
        }

        var text = new ModuleCall(module!, inputs!, type!).With(parameters);
        return new($"Write '{text}'", expression, SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression));
    }

    private static ExpressionSyntax? Expression(SyntaxNode node) => node is ArgumentSyntax argument ? argument.Expression : node as ExpressionSyntax;
}
