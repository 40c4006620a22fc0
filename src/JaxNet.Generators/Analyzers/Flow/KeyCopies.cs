using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>
/// The locals of a body that are another name for a key kept elsewhere: <c>var k2 = key;</c>, where neither is ever assigned again. Those that are
/// copies for a while only, <see cref="KeyState"/> follows. What isn't certain is no copy.
/// </summary>
internal sealed class KeyCopies
{
    private readonly Dictionary<ISymbol, KeyPlace> _sources = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _lengths = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (KeyPlace Array, SyntaxNode Loop)> _elements = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _changedUnseen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _aliased = new(SymbolEqualityComparer.Default);

    public KeyCopies(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    Declare(declarator.Symbol, declarator.GetVariableInitializer()?.Value);
                    break;
                case IDeconstructionAssignmentOperation { Target: IDeclarationExpressionOperation { Expression: ITupleOperation names } } deconstruction:
                    Deconstruct(names, deconstruction.Value);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop when KeyPlace.IsKey(variable.Symbol.Type):
                    Go(variable.Symbol, loop);
                    break;
                case ILocalReferenceOperation { IsDeclaration: false } local when IsChange(local):
                    Change(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter when IsChange(parameter):
                    Change(parameter.Parameter, parameter);
                    break;
            }
        }
    }

    /// <summary>The same key's first name; null if there is a <c>ref</c> variable of it, by which it may change unseen.</summary>
    public KeyPlace? SourceOf(KeyPlace place)
    {
        // Code that doesn't compile may go in circles.
        for (var depth = 0; depth < 8 && _sources.TryGetValue(place.Variable, out var source) && !_changed.Contains(place.Variable) && !_changed.Contains(source.Variable); depth++)
            place = place with { Variable = source.Variable, Path = source.Path + place.Path };

        return _aliased.Contains(place.Variable) || place.Others.Any(MayChangeUnseen) ? null : _lengths.TryGetValue(place.Variable, out var length) && !_changed.Contains(place.Variable) ? place.FromStart(length) : place;
    }

    /// <summary>The array that a key is an element of, each time another one, and the loop through it; null for any other key.</summary>
    public (KeyPlace Array, SyntaxNode Loop)? ElementOf(KeyPlace key) =>
        key is { Path: "", Others.IsEmpty: true } && _elements.TryGetValue(key.Variable, out var element) && !MayChange(element.Array.Variable) ? element : null;

    /// <summary>Whether a variable may get another value where that isn't seen: by a <c>ref</c> variable, or in a function inside of the body.</summary>
    public bool MayChangeUnseen(ISymbol variable) => _aliased.Contains(variable) || _changedUnseen.Contains(variable);

    /// <summary>Whether a variable, or a part of what it holds, is ever another one than at first.</summary>
    public bool MayChange(ISymbol variable) => _aliased.Contains(variable) || _changed.Contains(variable);

    /// <summary>Whether a variable can be a copy for a while: all that happens to both is seen where it happens, in no function inside of the body.</summary>
    public bool CanFollow(ISymbol copy, KeyPlace source) =>
        SourceOf(new(copy, "")) is { Variable: var own } && SymbolEqualityComparer.Default.Equals(own, copy) &&
        !_changedUnseen.Contains(copy) && !_changedUnseen.Contains(source.Variable) &&
        !(source.Path.Contains('[') && _changed.Contains(source.Variable));

    private void Go(ILocalSymbol variable, IForEachLoopOperation loop)
    {
        if (Captures.None.Resolve(loop.Collection) is { Type: IArrayTypeSymbol } collection && KeyPlace.Any(collection, Captures.None) is { } array)
            _elements[variable] = (array, loop.Syntax);
    }

    private void Change(ISymbol variable, IOperation place)
    {
        _changed.Add(variable);
        IOperation? function = place;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            function = function.Parent;

        var symbol = function switch { IAnonymousFunctionOperation lambda => lambda.Symbol, ILocalFunctionOperation local => local.Symbol, _ => null };
        if (symbol is not null && !SymbolEqualityComparer.Default.Equals(symbol, variable.ContainingSymbol))
            _changedUnseen.Add(variable);
    }

    private void Declare(ILocalSymbol local, IOperation? value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;

        if (local.RefKind != RefKind.None && KeyPlace.Any(value, Captures.None) is { Variable: var aliased })
            _aliased.Add(aliased);

        if (value is IInvocationOperation { TargetMethod: { Name: "Split", ContainingType: var type } } split && KeyPlace.IsKey(type) &&
            split.Arguments.Length == 1 && split.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int length })
        {
            _lengths[local] = length;
        }

        // An array is never copied: its elements can change under either name.
        if (local.RefKind == RefKind.None && local.Type is not IArrayTypeSymbol && KeyPlace.MentionsKey(local.Type) && KeyPlace.Any(value, Captures.None) is { } source)
            _sources[local] = source;
    }

    /// <summary><c>var (a, b) = pair;</c> and <c>var (a, b) = (first, second);</c></summary>
    private void Deconstruct(ITupleOperation names, IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;

        var whole = value is ITupleOperation ? null : KeyPlace.Any(value, Captures.None);
        for (var i = 0; i < names.Elements.Length; i++)
        {
            if (names.Elements[i] is not ILocalReferenceOperation { Local: var local } || !KeyPlace.MentionsKey(local.Type))
                continue;

            if (value is ITupleOperation tuple && i < tuple.Elements.Length)
                Declare(local, tuple.Elements[i]);
            else if (whole is not null && value.Type is { IsTupleType: true })
                _sources[local] = whole with { Path = $"{whole.Path}.Item{i + 1}" };
        }
    }

    /// <summary>Whether a variable, or a part of what it holds, may be another one after this.</summary>
    public static bool IsChange(IOperation variable)
    {
        var part = variable;
        while (part.Parent is ITupleOperation || (part.Parent is IArrayElementReferenceOperation element && element.ArrayReference == part) ||
            (part.Parent is IFieldReferenceOperation field && field.Instance == part) || (part.Parent is IPropertyReferenceOperation property && property.Instance == part))
        {
            part = part.Parent;
        }

        return part.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == part,
            IArgumentOperation argument => argument.Parameter?.RefKind is not RefKind.None || part.Type is IArrayTypeSymbol,
            IVariableInitializerOperation or IReturnOperation => part.Type is IArrayTypeSymbol,
            IAddressOfOperation or IIncrementOrDecrementOperation => true,
            _ => false,
        };
    }
}
