using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0015: writes <c>x.add(1)</c> for <c>x.add_(1)</c>, and <c>y = y.add(1)</c> where <c>y</c> is a variable and the result isn't used; leaves <c>inplace: true</c> out.</summary>
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
        var isUsed = call.Parent is not (ExpressionStatementSyntax or ForStatementSyntax);
        if (name == access.Name.Identifier.ValueText)
            return isUsed ? WithoutFlag(call, model, cancellation) : null;

        if (!tensor.GetMembers(name).OfType<IMethodSymbol>().Any())
            return null;

        var pure = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)));
        if (isUsed)
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

    /// <summary><c>relu(x)</c> for <c>relu(x, inplace: true)</c>.</summary>
    private static Edit? WithoutFlag(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = call.ArgumentList.Arguments;
        var position = model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method ? method.Parameters.IndexOf(method.Parameters.FirstOrDefault(p => p.Name == "inplace")!) : -1;
        var flag = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "inplace") ??
            (position == arguments.Count - 1 && arguments.All(argument => argument.NameColon is null) ? arguments[position] : null);

        return flag is null ? null : new("Leave 'inplace' out", call.ArgumentList, call.ArgumentList.WithArguments(arguments.Remove(flag)));
    }

    private static bool IsAssignable(ISymbol? variable) => variable switch
    {
        ILocalSymbol local => local is { IsForEach: false, IsUsing: false, RefKind: not RefKind.RefReadOnly },
        IParameterSymbol parameter => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
        _ => false,
    };
}
