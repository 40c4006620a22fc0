using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>The local variables of a body that hold one module from their declaration on: <c>Layer d = Dense(10);</c></summary>
internal sealed class ModuleLocals(SyntaxNode body, SemanticModel model, Placement placement)
{
    /// <summary>Finds them.</summary>
    /// <param name="layers">Tells what they hold.</param>
    /// <param name="into">Where they are put, one after the other, as what a local holds may be another local.</param>
    public void Read(LayerArguments layers, Dictionary<ISymbol, ModuleLocal> into)
    {
        foreach (var variable in Declared())
        {
            var value = LayerArguments.Unwrap(variable.Initializer!.Value);
            if (IsCalledInRounds(variable) || layers.IsKnownByType(variable.Initializer.Value))
                continue;

            // A second name of a local module is the same module.
            into.Add(
                model.GetDeclaredSymbol(variable)!,
                model.GetSymbolInfo(value).Symbol is { } other && into.TryGetValue(other, out var known)
                    ? known
                    : new(variable, layers.Classify(value) with { Local = variable.Identifier.Text }, IsMade(value) && placement.OccurrenceOf(variable) == Occurrence.Repeated));
        }
    }

    private IReadOnlyList<VariableDeclaratorSyntax> Declared()
    {
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(Writes.To))
        {
            if (model.GetSymbolInfo(name).Symbol is { } local)
                assigned.Add(local);
        }

        return [.. body.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(IsModule)];

        bool IsModule(VariableDeclaratorSyntax variable) =>
            variable is { Initializer: not null, Parent.Parent: LocalDeclarationStatementSyntax } &&
            model.GetDeclaredSymbol(variable) is ILocalSymbol local &&
            !assigned.Contains(local) &&
            (TreeTypes.IsLayer(local.Type) || TreeTypes.IsModule(local.Type));
    }

    /// <summary>Whether a value is a new module, and not another name of one.</summary>
    private static bool IsMade(ExpressionSyntax value) => value is not (SimpleNameSyntax or MemberAccessExpressionSyntax);

    /// <summary>A local of a loop that is called: each round has a module of its own, which the local's value knows itself.</summary>
    private bool IsCalledInRounds(VariableDeclaratorSyntax variable) =>
        placement.OccurrenceOf(variable) == Occurrence.Repeated &&
        model.GetDeclaredSymbol(variable) is ILocalSymbol local && TreeTypes.IsLayer(local.Type) &&
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(
            call => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(LayerArguments.Called(call)).Symbol, local));
}

/// <summary>A local variable that holds a layer.</summary>
/// <param name="Layer">What is known of the layer.</param>
/// <param name="IsOfRound">Whether each round of a loop makes another module.</param>
internal sealed record ModuleLocal(VariableDeclaratorSyntax Declaration, LayerArgument Layer, bool IsOfRound);
