using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Tells what an assignment makes copies of keys, as far as it is plain to see.</summary>
internal sealed class AssignedCopies(Captures captures)
{
    /// <summary>The variables that become copies, and of what.</summary>
    public IEnumerable<(ISymbol Variable, KeyPlace Source)> In(IOperation target, IOperation? value)
    {
        (target, value) = (Unwrap(target), captures.Resolve(value));
        if (value is null)
            return [];

        if (target is not ITupleOperation { Elements: var targets })
            return KeyPlace.Any(value, captures) is { } source ? Of(target, source) : [];

        if (value is ITupleOperation { Elements: var values } && values.Length == targets.Length)
            return targets.Zip(values, In).SelectMany(copies => copies);

        return value is { Type.IsTupleType: true } && KeyPlace.Any(value, captures) is { } whole
            ? targets.SelectMany((part, i) => Of(part, whole with { Path = $"{whole.Path}.Item{i + 1}" }))
            : [];
    }

    /// <summary>All variables that are assigned, or a part of what they hold.</summary>
    public IEnumerable<ISymbol> Targets(IOperation target) => Unwrap(target) switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
        var one => KeyPlace.Any(one, captures) is { } place ? [place.Variable] : [],
    };

    private IEnumerable<(ISymbol, KeyPlace)> Of(IOperation target, KeyPlace source) =>
        KeyPlace.MentionsKey(target.Type) && target.Type is not IArrayTypeSymbol && KeyPlace.Any(Unwrap(target), captures) is { Path: "", Variable: var variable }
            ? [(variable, source)]
            : [];

    private IOperation Unwrap(IOperation target) => captures.Resolve(target) switch
    {
        IDeclarationExpressionOperation declaration => declaration.Expression,
        var known => known ?? target,
    };
}
