using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Analyzers;

/// <summary>What is in the values of a type that is no tree: tensors, other things, and types of the user's own that could be trees.</summary>
internal sealed class TensorStructure
{
    private readonly HashSet<ITypeSymbol> _visited = new(SymbolEqualityComparer.Default);

    private TensorStructure()
    {
    }

    /// <summary>Whether there are tensors in it.</summary>
    public bool HasTensors { get; private set; }

    /// <summary>Whether there is something else in it.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>The first type of the user's own that has tensors and doesn't implement ITree.</summary>
    public INamedTypeSymbol? Own { get; private set; }

    public static TensorStructure Of(ITypeSymbol type)
    {
        var structure = new TensorStructure();
        structure.Visit(type);
        return structure;
    }

    /// <summary>A type's data, in order: its public fields, and its public properties that hold their value themselves.</summary>
    public static IEnumerable<ISymbol> DataOf(ITypeSymbol type)
    {
        for (var from = type; from is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; from = from.BaseType!)
        {
            // Of another assembly's type the compiler doesn't show what is private, such as a property's field.
            var members = from.GetMembers();
            var held = new HashSet<ISymbol?>(members.OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol), SymbolEqualityComparer.Default);
            foreach (var member in members.Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }))
            {
                if (member is IFieldSymbol || (member is IPropertySymbol { IsIndexer: false } property && (property.SetMethod is not null || held.Contains(property))))
                    yield return member;
            }
        }
    }

    public static ITypeSymbol TypeOf(ISymbol data) => data is IFieldSymbol field ? field.Type : ((IPropertySymbol)data).Type;

    private void Visit(ITypeSymbol type)
    {
        if (TreeTypes.IsTree(type))
            HasTensors = true;
        else if (type is IArrayTypeSymbol array)
            Visit(array.ElementType);
        else if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            VisitAll(tuple.TupleElements.Select(element => element.Type));
        else if (ItemsOf(type) is { } items)
            Visit(items);
        else if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } own && IsOwn(own))
            VisitData(own);
        else
            HasOthers = true;
    }

    private void VisitData(INamedTypeSymbol own)
    {
        if (!_visited.Add(own))
            return;

        var before = HasTensors;
        HasTensors = false;
        VisitAll(DataOf(own).Select(TypeOf));
        if (HasTensors)
            Own ??= own;
        else
            HasOthers = true;

        HasTensors |= before;
    }

    private void VisitAll(IEnumerable<ITypeSymbol> types)
    {
        foreach (var type in types)
            Visit(type);
    }

    private static ITypeSymbol? ItemsOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || type.SpecialType == SpecialType.System_String)
            return null;

        var sequence = named.AllInterfaces.Prepend(named).FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return sequence?.TypeArguments[0] is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: { Length: 2 } pair } ? pair[1] : sequence?.TypeArguments[0];
    }

    /// <summary>Whether it is neither of .NET, nor of TorchSharp, nor of JaxNet, whose layers, masks and initializers are hyperparameters on purpose.</summary>
    private static bool IsOwn(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } around })
            space = around;

        return space?.Name is not ("System" or "Microsoft" or "TorchSharp") && !TreeTypes.IsJaxNet(type) && !TreeTypes.IsModule(type);
    }
}
