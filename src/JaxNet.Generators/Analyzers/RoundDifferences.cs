using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>
/// Tells whether a condition may hold for other rounds of a loop in one run of a body than in another: it looks at the mode, at tensors
/// or at what is random, and at something that another round has otherwise. Hyperparameters and shapes are what they were at Init.
/// </summary>
internal sealed class RoundDifferences(IOperation body, IMethodSymbol template)
{
    private readonly SemanticModel _model = body.SemanticModel!;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    public bool In(SyntaxNode condition, SyntaxNode loop)
    {
        _asked.Clear();
        return DiffersByRun(condition) && DiffersByRound(condition, loop);
    }

    private bool DiffersByRun(SyntaxNode node)
    {
        if (node is ExpressionSyntax expression)
        {
            if (IsOfAnyRun(expression))
                return false;

            if (IsOfOneRun(expression))
                return true;
        }

        return node.ChildNodes().Any(DiffersByRun);
    }

    /// <summary>Whether all that is asked of a tensor is what Init knows too: what shape it has, or that there is one.</summary>
    private bool IsOfAnyRun(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "shape" or "ndim" or "dtype" or "device" or "size" or "dim" or "numel" } access => IsTensor(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => IsOfAnyRun(method),
        IsPatternExpressionSyntax { Pattern: var pattern } => (pattern is UnaryPatternSyntax not ? not.Pattern : pattern) is ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression },
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equal => equal.Left.IsKind(SyntaxKind.NullLiteralExpression) || equal.Right.IsKind(SyntaxKind.NullLiteralExpression),
        _ => false,
    };

    private bool IsOfOneRun(ExpressionSyntax expression) => IsTensor(expression) || IsRandom(expression) || (expression is SimpleNameSyntax && _model.GetSymbolInfo(expression).Symbol switch
    {
        IPropertySymbol { Name: "CurrentMode" } mode => Templates.IsPrimitive(mode),
        IParameterSymbol parameter => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, template) && Templates.IsInput(parameter),
        ILocalSymbol local => _asked.Add(local) && ValuesOf(local).Any(DiffersByRun),
        _ => false,
    });

    private bool DiffersByRound(SyntaxNode condition, SyntaxNode loop) => condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(expression =>
        IsRandom(expression) || (expression is SimpleNameSyntax && _model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol && IsOfRound(_model.GetSymbolInfo(expression).Symbol!, loop)));

    /// <summary>Whether a variable is declared in a loop as something else each time, or written to there.</summary>
    private bool IsOfRound(ISymbol variable, SyntaxNode loop) =>
        (variable is ILocalSymbol && variable.DeclaringSyntaxReferences.Any(declaration => loop.Span.Contains(declaration.Span) &&
            (declaration.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: var value } || DiffersByRound(value, loop)))) ||
        loop.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Name && IsWritten(name) && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, variable));

    private static bool IsWritten(IdentifierNameSyntax name) => Writes.To(name) || name.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
    {
        RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
    };

    /// <summary>All that a variable is ever set to.</summary>
    private IEnumerable<SyntaxNode> ValuesOf(ILocalSymbol local)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var value = operation switch
            {
                IVariableDeclaratorOperation declarator when Is(declarator.Symbol) => declarator.GetVariableInitializer()?.Value,
                IAssignmentOperation assignment when assignment.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(target => Is(target.Local)) => assignment.Value,
                IForEachLoopOperation each when each.Locals.Any(Is) => each.Collection,
                _ => null,
            };

            if (value is not null)
                yield return value.Syntax;
        }

        bool Is(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(other, local);
    }

    private bool IsTensor(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type is { } type && TreeTypes.IsTensor(type);

    private bool IsRandom(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type switch
    {
        { Name: "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { Name: "Key" } type => TreeTypes.IsJaxNet(type),
        _ => false,
    };
}
