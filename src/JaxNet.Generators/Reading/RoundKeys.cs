using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Tells which loops name their rounds: one over a dictionary by its keys, any other by the keys under which results go into a
/// dictionary. The rounds of all others are counted.
/// </summary>
internal sealed class RoundKeys(SemanticModel model, Placement placement)
{
    /// <summary>The key of the round that a call runs in, as code; null where rounds are counted.</summary>
    public string? Of(SyntaxNode call) => placement.OnlyLoopAround(call) is { } loop && KeyOf(loop) is { } key ? key : KeyOfResult(call);

    private string? KeyOf(SyntaxNode loop) => loop switch
    {
        ForEachStatementSyntax each when IsEntry(model.GetForEachStatementInfo(each).ElementType) => each.Identifier.Text + ".Key",
        ForEachStatementSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys" } keys } each
            when IsDictionary(model.GetTypeInfo(keys.Expression).Type) => each.Identifier.Text,
        ForEachVariableStatementSyntax each when IsEntry(model.GetForEachStatementInfo(each).ElementType) => FirstOf(each.Variable),
        _ => null,
    };

    /// <summary>The variable that the key is taken apart into.</summary>
    private static string? FirstOf(ExpressionSyntax variables) => variables switch
    {
        DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax all } => (all.Variables[0] as SingleVariableDesignationSyntax)?.Identifier.Text,
        TupleExpressionSyntax { Arguments: var all } => ((all[0].Expression as DeclarationExpressionSyntax)?.Designation as SingleVariableDesignationSyntax)?.Identifier.Text,
        _ => null,
    };

    /// <summary>The key in <c>heads[key] = ...</c> and <c>heads.Add(key, ...)</c> around a call.</summary>
    private string? KeyOfResult(SyntaxNode call)
    {
        for (var node = call; node.Parent is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
        {
            var (dictionary, key) = node.Parent switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } element } assignment
                    when assignment.Right == node => (element.Expression, index[0].Expression),
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "SetItem" } method,
                    ArgumentList.Arguments: { Count: 2 } pair,
                } invocation when invocation.ArgumentList == node && pair[1].Span.Contains(call.Span) => (method.Expression, pair[0].Expression),
                _ => (null, null),
            };

            if (dictionary is not null)
                return IsOfWholeBody(dictionary) && IsPlain(key!) && model.GetTypeInfo(key!).Type?.SpecialType == SpecialType.System_String ? key!.ToString() : null;
        }

        return null;
    }

    /// <summary>Whether an expression is a dictionary that is made once: one for each round of a loop around may have each key again.</summary>
    private bool IsOfWholeBody(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression).Symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local && IsDictionary(local.Type) &&
        placement.OccurrenceOf(local.DeclaringSyntaxReferences[0].GetSyntax()) != Occurrence.Repeated;

    /// <summary>Whether an expression gives the same, without any effect, when it is evaluated once more.</summary>
    private bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol,
        LiteralExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression) && model.GetSymbolInfo(access).Symbol is IPropertySymbol or IFieldSymbol,
        ElementAccessExpressionSyntax element => IsPlain(element.Expression) && element.ArgumentList.Arguments.All(argument => IsPlain(argument.Expression)),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(part => IsPlain(part.Expression)),
        BinaryExpressionSyntax binary => IsPlain(binary.Left) && IsPlain(binary.Right),
        ParenthesizedExpressionSyntax parenthesized => IsPlain(parenthesized.Expression),
        _ => false,
    };

    private static bool IsEntry(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pair && pair.TypeArguments[0].SpecialType == SpecialType.System_String;

    private static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol named && named.AllInterfaces.Prepend(named).Any(
        one => one is { Name: "IDictionary" or "IReadOnlyDictionary", Arity: 2 } && one.TypeArguments[0].SpecialType == SpecialType.System_String);
}
