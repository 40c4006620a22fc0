using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>The local variables of a body that hold one module from their declaration on: <c>Layer d = Dense(10);</c></summary>
internal static class ModuleLocals
{
    public static IReadOnlyList<VariableDeclaratorSyntax> FindIn(SyntaxNode body, SemanticModel model)
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
}
