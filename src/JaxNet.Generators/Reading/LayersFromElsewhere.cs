using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells which locals hold layers that a body has from elsewhere: out of a field, a property, or a method that is given none.</summary>
internal sealed class LayersFromElsewhere(SyntaxNode body, SemanticModel model)
{
    /// <summary>Whether a local surely holds, or has in it, what comes from elsewhere.</summary>
    public bool IsSourceOf(ILocalSymbol local) => TreeTypes.MentionsLayer(local.Type) && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => IsFromElsewhere(value),
        SingleVariableDesignationSyntax variable => IsFromElsewhere(variable),
        _ => false,
    } && !IsAssignedAgain(local);

    private bool IsFromElsewhere(SingleVariableDesignationSyntax variable)
    {
        SyntaxNode node = variable;
        while (node.Parent is ParenthesizedVariableDesignationSyntax or DeclarationExpressionSyntax or TupleExpressionSyntax || node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax })
            node = node.Parent;

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == node => IsFromElsewhere(assignment.Right),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => IsMadeElsewhere(call),
            ForEachVariableStatementSyntax loop => IsFromElsewhere(loop.Expression),
            _ => false,
        };
    }

    private bool IsFromElsewhere(ExpressionSyntax value) => LayerArguments.Unwrap(value) switch
    {
        InvocationExpressionSyntax call => IsMadeElsewhere(call),
        ElementAccessExpressionSyntax element => IsFromElsewhere(element.Expression),
        (SimpleNameSyntax or MemberAccessExpressionSyntax) and var name => model.GetSymbolInfo(name).Symbol switch
        {
            IFieldSymbol { IsStatic: true } field => TreeTypes.MentionsLayer(field.Type),
            IPropertySymbol { IsStatic: true } property => TreeTypes.MentionsLayer(property.Type),
            _ => false,
        },
        _ => false,
    };

    /// <summary>Whether a call gives layers of which the body gave it none: <c>Kinds.First()</c>, or <c>Make()</c> with a method of one's own.</summary>
    private bool IsMadeElsewhere(InvocationExpressionSyntax call)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } method || method.Parameters.Any(GivesLayers))
            return false;

        return method.IsStatic && method.MethodKind == MethodKind.Ordinary
            ? method.OriginalDefinition is { } made && (TreeTypes.MentionsLayer(made.ReturnType) || made.Parameters.Any(parameter => TreeTypes.MentionsLayer(parameter.Type)))
            : call.Expression is MemberAccessExpressionSyntax access && IsFromElsewhere(access.Expression);
    }

    private static bool GivesLayers(IParameterSymbol parameter) => parameter.RefKind != RefKind.Out &&
        (parameter.Type.TypeKind == TypeKind.Delegate || TreeTypes.MentionsLayer(parameter.Type) || TreeTypes.IsModule(parameter.Type));

    private bool IsAssignedAgain(ILocalSymbol local) => body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(
        name => name.Identifier.ValueText == local.Name && Writes.To(name) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));
}
