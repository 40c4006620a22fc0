using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Tells whether the code around an expression may rely on its being evaluated: it declares or writes a variable, or calls what may write one.
/// Where it isn't sure it says yes.
/// </summary>
internal sealed class Effects
{
    private readonly ExpressionSyntax _expression;
    private readonly SemanticModel _model;

    private Effects(ExpressionSyntax expression, SemanticModel model) => (_expression, _model) = (expression, model);

    public static bool In(ExpressionSyntax expression, SemanticModel model) => new Effects(expression, model).Any();

    private bool Any() => _expression
        .DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax || IsInCall(node))
        .Any(node => node switch
        {
            AssignmentExpressionSyntax or DeclarationExpressionSyntax or SingleVariableDesignationSyntax => true,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => true,
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } => true,
            SimpleNameSyntax name => IsInCall(name) && MayWrite(name),
            _ => false,
        });

    /// <summary>Whether a name is that of a function of the body, which may write what it captures, or of an object whose method is called.</summary>
    private bool MayWrite(SimpleNameSyntax name) => _model.GetSymbolInfo(name).Symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => true,
        ILocalSymbol { Type.TypeKind: TypeKind.Delegate } => true,
        ILocalSymbol or IParameterSymbol => name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && call.Expression == access &&
            _model.GetTypeInfo(name).Type is { } type && !TreeTypes.IsTensor(type),
        _ => false,
    };

    /// <summary>Whether a function is handed to a call, or called: else it is a value, which Init alone calls.</summary>
    private bool IsInCall(SyntaxNode node) => node != _expression && node.Ancestors()
        .TakeWhile(around => around != _expression.Parent)
        .Any(around => around is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);
}
