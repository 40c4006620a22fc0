using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0015: writes <c>x.add(1)</c> for <c>x.add_(1)</c>, and <c>y = y.add(1)</c> where <c>y</c> is a variable and the result isn't used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class LeaveInPlaceOut() : RuleFix("JXN0015")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call ||
            model.GetTypeInfo(access.Expression, cancellation).Type is not { } tensor)
        {
            return null;
        }

        var name = access.Name.Identifier.ValueText.TrimEnd('_');
        if (!tensor.GetMembers(name).OfType<IMethodSymbol>().Any())
            return null;

        var pure = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)));
        if (call.Parent is not ExpressionStatementSyntax)
            return new($"Write '{name}', and leave the tensor as it is", call, pure);

        // The result has to go somewhere.
        if (access.Expression is not IdentifierNameSyntax variable || !IsAssignable(model.GetSymbolInfo(variable, cancellation).Symbol))
            return null;

        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            variable.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            pure.WithoutTrivia());
        return new($"Write '{variable} = {variable}.{name}(...)'", call, assignment.WithTriviaFrom(call));
    }

    private static bool IsAssignable(ISymbol? variable) => variable switch
    {
        ILocalSymbol local => local is { IsForEach: false, IsUsing: false, RefKind: not RefKind.RefReadOnly },
        IParameterSymbol parameter => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
        _ => false,
    };
}
