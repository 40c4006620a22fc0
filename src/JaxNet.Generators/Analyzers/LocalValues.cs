using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>Tells what a local variable holds.</summary>
internal static class LocalValues
{
    /// <summary>What a local was declared with, if nothing else is ever assigned to it.</summary>
    /// <param name="place">Any operation of the body that the local is in.</param>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation place)
    {
        var root = place;
        while (root.Parent is { } parent)
            root = parent;

        IOperation? value = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator && Is(declarator.Symbol))
                value = declarator.GetVariableInitializer()?.Value;
            else if (operation is ILocalReferenceOperation reference && Is(reference.Local) && IsWritten(reference))
                return null;
        }

        return value;

        bool Is(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(other, local);
    }

    /// <summary>The variables of a body that are written to where they aren't declared.</summary>
    /// <param name="place">Any operation of the body.</param>
    public static HashSet<ISymbol> WrittenIn(IOperation place)
    {
        while (place.Parent is { } parent)
            place = parent;

        return new(
            place.DescendantsAndSelf().Where(IsWritten).Select(reference => reference switch
            {
                ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => (ISymbol?)null,
            }).OfType<ISymbol>(),
            SymbolEqualityComparer.Default);
    }

    private static bool IsWritten(IOperation reference)
    {
        var target = reference;
        while (target.Parent is ITupleOperation)
            target = target.Parent;

        return target.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == target,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IAddressOfOperation => true,
            _ => false,
        };
    }
}
