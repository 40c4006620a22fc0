using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Where a key is kept that a method can have sole use of: a local or parameter, or an element of one; or what it is made of.</summary>
/// <param name="Variable">The local or parameter.</param>
/// <param name="Path">The way from there to the key: empty, <c>[0]</c>, <c>[^1]</c>, <c>.Item1</c>, <c>.Key</c> or <c>.FoldIn(1)</c>.</param>
internal sealed record KeyPlace(ISymbol Variable, string Path)
{
    /// <summary>Other variables on the way, as in <c>.FoldIn(i)</c>: once they are written, it leads to another key.</summary>
    public ImmutableArray<ISymbol> Others { get; init; } = [];

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
        IInvocationOperation call when IsFoldIn(call) && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } data } =>
            Any(call.Instance, captures)?.Then($".FoldIn({data})"),
        _ => null,
    };

    /// <summary>The place of a key that is made with the present values of variables, such as <c>key.FoldIn(i)</c> or <c>keys[i + 1]</c>.</summary>
    public static KeyPlace? OfRound(IOperation? value, Captures captures)
    {
        value = captures.Resolve(value);
        if (Any(value, captures) is { } constant)
            return constant;

        var (whole, step) = StepOf(value);
        var others = new List<ISymbol>();
        return step is not null && Text(step, others, captures) is { } text && OfRound(whole, captures) is { } place
            ? place.Then(value is IInvocationOperation ? $".FoldIn({text})" : $"[{text}]") with { Others = [.. place.Others, .. others] }
            : null;
    }

    /// <summary>What <c>key.FoldIn(data)</c> and <c>keys[data]</c> are made of; null for anything else.</summary>
    public static (IOperation? Whole, IOperation? Data) StepOf(IOperation? value) => value switch
    {
        IInvocationOperation call when IsFoldIn(call) => (call.Instance, call.Arguments[0].Value),
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } element => (element.ArrayReference, indices[0]),
        _ => (null, null),
    };

    /// <summary>Whether it is <c>key.FoldIn(data)</c>.</summary>
    public static bool IsFoldIn(IInvocationOperation call) => call is { TargetMethod.Name: "FoldIn", Instance: not null, Arguments.Length: 1 } && IsKey(call.TargetMethod.ContainingType);

    /// <summary>A number's way of being computed, the same for the same way; null if it isn't plain to see.</summary>
    private static string? Text(IOperation? number, List<ISymbol> variables, Captures captures)
    {
        number = captures.Resolve(number);
        if (number?.ConstantValue is { HasValue: true, Value: { } constant })
            return constant.ToString();

        switch (number)
        {
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                variables.Add(local);
                return local.Name;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                variables.Add(parameter);
                return parameter.Name;
            case IUnaryOperation { OperatorMethod: null } unary:
                return Text(unary.Operand, variables, captures) is { } operand ? $"{unary.OperatorKind}({operand})" : null;
            case IBinaryOperation { OperatorMethod: null } binary:
                return Text(binary.LeftOperand, variables, captures) is { } left && Text(binary.RightOperand, variables, captures) is { } right ? $"({left} {binary.OperatorKind} {right})" : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a property holds the same value for as long as its object lives: one of a record, or <c>{ get; }</c>.</summary>
    private static bool NeverChanges(IPropertySymbol property) =>
        property is { IsStatic: false, IsVirtual: false, IsAbstract: false, IsOverride: false, SetMethod: null or { IsInitOnly: true } } &&
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether it leads to another key once the variable is written.</summary>
    public bool Mentions(ISymbol variable) => SymbolEqualityComparer.Default.Equals(Variable, variable) || Others.Contains(variable, SymbolEqualityComparer.Default);

    /// <summary>The way from another place to this one, which is in it; null if it isn't.</summary>
    public string? PathBehind(KeyPlace whole) =>
        SymbolEqualityComparer.Default.Equals(Variable, whole.Variable) && Path.StartsWith(whole.Path, StringComparison.Ordinal) &&
        (Path.Length == whole.Path.Length || Path[whole.Path.Length] is '.' or '[')
            ? Path.Substring(whole.Path.Length)
            : null;

    /// <summary>Each element of the array that is kept here, one after the other.</summary>
    /// <param name="loop">The loop that is going through them.</param>
    public KeyPlace Each(SyntaxNode loop) => Then(EachIn(loop));

    /// <summary>Whether it is what a loop is going through.</summary>
    public bool IsEachIn(SyntaxNode loop) => Path.EndsWith(EachIn(loop), StringComparison.Ordinal);

    /// <summary>What a loop has gone through.</summary>
    public KeyPlace After(SyntaxNode loop) => this with { Path = Path.Substring(0, Path.Length - EachIn(loop).Length) + "[*]" };

    /// <summary>Whether the same key may be in both: they are one place, or one of them is all elements of the array that the other is in. What a loop is going through is another one each round.</summary>
    public bool Meets(KeyPlace other)
    {
        var (mine, its) = (Path.LastIndexOf("[*", StringComparison.Ordinal), other.Path.LastIndexOf("[*", StringComparison.Ordinal));
        var length = Math.Max(mine, its);
        return length < 0 ? Equals(other)
            : Path != other.Path && IsElementBehind(length) && other.IsElementBehind(length) &&
                SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Path.Substring(0, length) == other.Path.Substring(0, length);
    }

    private static string EachIn(SyntaxNode loop) => $"[*{loop.SpanStart}]";

    /// <summary>Whether it is an element of an array, or each.</summary>
    public bool IsElement => Path.EndsWith("]", StringComparison.Ordinal);

    private bool IsElementBehind(int length) => IsElement && Path.LastIndexOf('[') == length;

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
        other is not null && Path == other.Path && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Others.SequenceEqual(other.Others, SymbolEqualityComparer.Default);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}
