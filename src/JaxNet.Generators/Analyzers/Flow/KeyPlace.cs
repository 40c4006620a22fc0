using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Where a key is kept that a method can have sole use of: a local or parameter, or an element of one.</summary>
/// <param name="Variable">The local or parameter.</param>
/// <param name="Path">The way from there to the key: empty, <c>[0]</c>, <c>[^1]</c>, <c>.Item1</c> or <c>.Key</c>.</param>
internal sealed record KeyPlace(ISymbol Variable, string Path)
{
    /// <returns>Null if the operation is anything else.</returns>
    public static KeyPlace? Of(IOperation? value, Captures captures)
    {
        value = captures.Resolve(value);
        return IsKey(value?.Type) ? Any(value, captures) : null;
    }

    /// <summary>Whether the type is <c>Key</c> or <c>Key?</c>.</summary>
    public static bool IsKey(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsKey(nullable.TypeArguments[0]),
        { Name: "Key", ContainingType: null } => Reading.TreeTypes.IsJaxNet(type),
        _ => false,
    };

    /// <summary>Whether values of the type are keys, or have keys in them.</summary>
    public static bool MentionsKey(ITypeSymbol? type) => IsKey(type) || type switch
    {
        IArrayTypeSymbol array => MentionsKey(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsKey),
        _ => false,
    };

    /// <summary>The place of a key, or of something that has keys in it.</summary>
    public static KeyPlace? Any(IOperation? value, Captures captures) => captures.Resolve(value) switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => new(local, ""),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => new(parameter, ""),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } inner =>
            Any(inner.Instance, captures),
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } field =>
            Any(field.Instance, captures)?.Then("." + (field.Field.CorrespondingTupleField ?? field.Field).Name),
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } element when indices[0].ConstantValue is { HasValue: true, Value: { } index } =>
            Any(element.ArrayReference, captures)?.Then($"[{index}]"),
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } element
            when indices[0] is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: { } fromEnd } } =>
            Any(element.ArrayReference, captures)?.Then($"[^{fromEnd}]"),
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: false } field } member => Any(member.Instance, captures)?.Then("." + field.Name),
        IPropertyReferenceOperation { Property: var property } member when NeverChanges(property) => Any(member.Instance, captures)?.Then("." + property.Name),
        _ => null,
    };

    /// <summary>Whether a property holds the same value for as long as its object lives: one of a record, or <c>{ get; }</c>.</summary>
    private static bool NeverChanges(IPropertySymbol property) =>
        property is { IsStatic: false, IsVirtual: false, IsAbstract: false, IsOverride: false, SetMethod: null or { IsInitOnly: true } } &&
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>The way from another place to this one, which is in it; null if it isn't.</summary>
    public string? PathBehind(KeyPlace whole) =>
        SymbolEqualityComparer.Default.Equals(Variable, whole.Variable) && Path.StartsWith(whole.Path, StringComparison.Ordinal) &&
        (Path.Length == whole.Path.Length || Path[whole.Path.Length] is '.' or '[')
            ? Path.Substring(whole.Path.Length)
            : null;

    /// <summary>The same place in an array of a known length, counted from its start.</summary>
    public KeyPlace FromStart(int length)
    {
        var end = Path.IndexOf(']');
        return Path.StartsWith("[^", StringComparison.Ordinal) && int.TryParse(Path.Substring(2, end - 2), out var fromEnd)
            ? this with { Path = $"[{length - fromEnd}]{Path.Substring(end + 1)}" }
            : this;
    }

    private KeyPlace Then(string step) => this with { Path = Path + step };

    public bool Equals(KeyPlace? other) =>
        other is not null && Path == other.Path && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}
