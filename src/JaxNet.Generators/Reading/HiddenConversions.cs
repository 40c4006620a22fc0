using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Reading;

/// <summary>Modules that become layers where no expression of theirs stands: in the header of a loop, in a deconstruction, in a tuple, behind two dots.</summary>
internal sealed class HiddenConversions(SemanticModel model)
{
    /// <summary>What is taken apart, so that modules in it become layers; null if there are none.</summary>
    public ExpressionSyntax? In(SyntaxNode node) => node switch
    {
        ForEachStatementSyntax loop when IsOfModule(model.GetForEachStatementInfo(loop).ElementConversion) => loop.Expression,
        ForEachVariableStatementSyntax loop when Converts(model.GetDeconstructionInfo(loop)) => loop.Expression,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax, Right: not TupleExpressionSyntax } taken when Converts(model.GetDeconstructionInfo(taken)) => taken.Right,
        SpreadElementSyntax spread when model.GetOperation(spread) is ISpreadOperation { ElementConversion: var conversion } && IsModuleMethod(conversion.MethodSymbol) => spread.Expression,
        SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax when IsConverted(node) && model.GetTypeInfo(node) is { Type: INamedTypeSymbol { IsTupleType: true } from, ConvertedType: INamedTypeSymbol { IsTupleType: true } to } &&
            Converts(from, to) => (ExpressionSyntax)node,
        _ => null,
    };

    private static bool IsConverted(SyntaxNode node) =>
        node.Parent is EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArgumentSyntax or CastExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax;

    private static bool Converts(DeconstructionInfo info) =>
        (info.Conversion is { } conversion && IsOfModule(conversion)) || (info.Nested is { IsDefaultOrEmpty: false } nested && nested.Any(Converts));

    private static bool Converts(INamedTypeSymbol from, INamedTypeSymbol to) =>
        from.TupleElements.Zip(to.TupleElements, (before, after) => (Before: before.Type, After: after.Type)).Any(element =>
            (TreeTypes.IsModule(element.Before) && TreeTypes.IsLayer(element.After)) ||
            (element is { Before: INamedTypeSymbol { IsTupleType: true } inner, After: INamedTypeSymbol { IsTupleType: true } outer } && Converts(inner, outer)));

    private static bool IsOfModule(Conversion conversion) => IsModuleMethod(conversion.MethodSymbol);

    private static bool IsModuleMethod(IMethodSymbol? conversion) => conversion is not null && TreeTypes.IsModule(conversion.ContainingType);
}
