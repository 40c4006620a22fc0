using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Reference;

/// <summary>What a library shows to its users: public, and not hidden from editors.</summary>
public sealed class Api
{
    private Api(Compilation compilation, IAssemblySymbol assembly)
    {
        Compilation = compilation;
        Types = [.. TypesOf(assembly.GlobalNamespace).OrderBy(Names.Of, StringComparer.Ordinal)];
    }

    /// <summary>In which documentation ids are looked up.</summary>
    public Compilation Compilation { get; }

    /// <summary>Its types, nested ones too.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types { get; }

    /// <summary>Reads a library, with its comments and with those libraries beside it that its signatures name.</summary>
    public static Api Load(string library)
    {
        var comments = XmlComments.Load(Path.ChangeExtension(library, ".xml"));
        var own = MetadataReference.CreateFromFile(library, documentation: comments);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var others = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(library))!, "TorchSharp.dll").Concat(platform).DistinctBy(Path.GetFileName).Where(file => Path.GetFileName(file) != Path.GetFileName(library));
        var compilation = CSharpCompilation.Create("reference", references: [own, .. others.Select(file => MetadataReference.CreateFromFile(file))]);
        return new Api(compilation, (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!);
    }

    /// <summary>The members of a type that are documented: its own, but for what every type has and what overrides something.</summary>
    public IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.KindName() is "delegate"
        ? []
        : type.GetMembers().Where(member => IsShown(member) && member is
            IPropertySymbol or IFieldSymbol or IEventSymbol or
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion } &&
            !member.IsOverride && !member.IsImplicitlyDeclared && !IsOfEveryType(member));

    /// <summary>Whether a symbol has a place in the reference.</summary>
    public bool Has(ISymbol symbol) => symbol is INamedTypeSymbol type
        ? Types.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default)
        : symbol.ContainingType is { } owner && Has(owner) && MembersOf(owner.OriginalDefinition).Contains(symbol.OriginalDefinition, SymbolEqualityComparer.Default);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => TypesOf(inner),
        INamedTypeSymbol { IsImplicitlyDeclared: false } type when IsShown(type) => TypesOf(type).Prepend(type),
        _ => [],
    });

    private static bool IsShown(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal &&
        !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]) &&
        !symbol.Name.Contains('$', StringComparison.Ordinal) && !symbol.Name.StartsWith('<');

    // Equality and printing, which records have by themselves, and constructors that take nothing.
    private static bool IsOfEveryType(ISymbol member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "op_Equality" or "op_Inequality" ||
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && (constructor.DeclaredAccessibility != Accessibility.Public || constructor.Parameters.IsEmpty);
}
