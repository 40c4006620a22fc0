using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Tells which loops name their rounds: one over a dictionary by its keys, any other by the keys under which results go into a
/// dictionary, if these are other ones in each round. The rounds of all others are counted.
/// </summary>
internal sealed class RoundKeys(SemanticModel model, Placement placement)
{
    /// <summary>The key of the round that a call runs in, as code; null where rounds are counted.</summary>
    public string? Of(SyntaxNode call)
    {
        var loops = placement.LoopsAround(call);
        return loops.Count == 1 && KeyOf(loops[0]) is { } key ? key
            : loops.Count > 0 && KeyOfResult(call) is { } expression && loops.All(loop => Mentions(expression, loop, loops)) ? expression.ToString()
            : null;
    }

    private string? KeyOf(SyntaxNode loop) => loop switch
    {
        ForEachStatementSyntax each when IsEntry(TypeOf(each)) => each.Identifier.Text + ".Key",
        ForEachStatementSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys" } keys } each
            when IsDictionary(model.GetTypeInfo(keys.Expression).Type) && IsString(TypeOf(each)) => each.Identifier.Text,
        ForEachVariableStatementSyntax each
            when IsEntry(model.GetForEachStatementInfo(each).ElementType) && FirstOf(each.Variable) is SingleVariableDesignationSyntax key && IsString(TypeOf(key)) => key.Identifier.Text,
        _ => null,
    };

    private ITypeSymbol? TypeOf(SyntaxNode variable) => (model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type;

    /// <summary>The variable that the key is taken apart into.</summary>
    private static VariableDesignationSyntax? FirstOf(ExpressionSyntax variables) => variables switch
    {
        DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax all } => all.Variables[0],
        TupleExpressionSyntax { Arguments: var all } => (all[0].Expression as DeclarationExpressionSyntax)?.Designation,
        _ => null,
    };

    /// <summary>Whether a key is made of a variable that each round of a loop has anew: else the key would be the same in all of them.</summary>
    private bool Mentions(ExpressionSyntax key, SyntaxNode loop, IReadOnlyList<SyntaxNode> loops) => key.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
        model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local &&
        local.DeclaringSyntaxReferences[0].GetSyntax() is var declaration && loops.FirstOrDefault(around => around.Span.Contains(declaration.Span)) == loop);

    /// <summary>The key in <c>heads[key] = ...</c> and <c>heads.Add(key, ...)</c> around a call.</summary>
    private ExpressionSyntax? KeyOfResult(SyntaxNode call)
    {
        for (var node = call; node.Parent is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
        {
            var (dictionary, key) = node.Parent switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } element } assignment
                    when assignment.Right == node => (element.Expression, index[0].Expression),
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "SetItem" } method,
                    ArgumentList.Arguments: { Count: 2 } pair,
                } invocation when invocation.ArgumentList == node && pair[1].Span.Contains(call.Span) => (method.Expression, pair[0].Expression),
                _ => (null, null),
            };

            if (dictionary is not null)
                return IsDictionary(model.GetTypeInfo(dictionary).Type) && IsString(model.GetTypeInfo(key!).Type) && IsPlain(key!) ? key : null;
        }

        return null;
    }

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

    private static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static bool IsEntry(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pair && IsString(pair.TypeArguments[0]);

    private static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol named && named.AllInterfaces.Prepend(named).Any(
        one => one is { Name: "IDictionary" or "IReadOnlyDictionary", Arity: 2 } && IsString(one.TypeArguments[0]));
}
