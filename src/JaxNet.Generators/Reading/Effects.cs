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
        (ILocalSymbol or IParameterSymbol) and var variable => !IsDeclaredInside(variable) && IsInReach(name),
        _ => false,
    };

    private bool IsDeclaredInside(ISymbol variable) => variable.DeclaringSyntaxReferences.Any(reference => _expression.Span.Contains(reference.Span));

    /// <summary>Whether a call gets hold of an object through a variable, as what it is a method of or as an argument, and may change it.</summary>
    private bool IsInReach(ExpressionSyntax value) => value.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when call.Expression == access => !IsConstant(_model.GetTypeInfo(value).Type),
        MemberAccessExpressionSyntax access when access.Expression == value => IsInReach(access),
        ElementAccessExpressionSyntax element when element.Expression == value => IsInReach(element),
        ConditionalAccessExpressionSyntax access when access.Expression == value =>
            access.WhenNotNull.DescendantNodesAndSelf().Any(part => part is InvocationExpressionSyntax) ? !IsConstant(_model.GetTypeInfo(value).Type) : IsInReach(access),
        var around when Surroundings.IsAround(around) => IsInReach((ExpressionSyntax)around!),
        _ => IsObject(_model.GetTypeInfo(value).Type),
    };

    /// <summary>Whether the values of a type never change, whatever is called.</summary>
    private static bool IsConstant(ITypeSymbol? type) => type is null or { TypeKind: TypeKind.Enum } ||
        type.SpecialType is SpecialType.System_String or (>= SpecialType.System_Boolean and <= SpecialType.System_Double) || IsOurs(type);

    private static bool IsObject(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsObject(element.Type)),
        null or { IsValueType: true } or { TypeKind: TypeKind.Delegate } => false,
        _ => !IsConstant(type),
    };

    private static bool IsOurs(ITypeSymbol type) => TreeTypes.IsTree(type) || TreeTypes.IsModule(type) || (type.Name is "Key" or "Initializer" && TreeTypes.IsJaxNet(type));

    /// <summary>Whether a function is handed to a call, or called: else it is a value, which Init alone calls.</summary>
    private bool IsInCall(SyntaxNode node) => node != _expression && node.Ancestors()
        .TakeWhile(around => around != _expression.Parent)
        .Any(around => around is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);
}
