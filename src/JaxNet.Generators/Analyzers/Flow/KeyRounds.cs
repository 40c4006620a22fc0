using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>
/// Tells whether each round of a loop makes the same keys again: those of <c>key.FoldIn(j)</c>, where an inner loop goes through the same numbers
/// <c>j</c> each time.
/// </summary>
/// <param name="copies">What of the whole body are copies.</param>
internal sealed class KeyRounds(KeyCopies copies)
{
    private readonly Dictionary<IOperation, HashSet<ISymbol>> _changedIn = [];
    private readonly Dictionary<ISymbol, IOperation?> _onlyValues = new(SymbolEqualityComparer.Default);

    /// <summary>The innermost loop of which all rounds use the same key at a place; null if there is none.</summary>
    public ILoopOperation? LoopWithSame(IOperation key, IOperation call)
    {
        var loops = ImmutableList<SyntaxNode>.Empty;
        for (var (child, parent) = (call, call.Parent); parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); (child, parent) = (parent, parent.Parent))
        {
            if (parent is not ILoopOperation loop || !IsOfRound(loop, child))
                continue;

            loops = loops.Add(loop.Syntax);
            var isMadeThere = false;
            if (IsSame(key, loop, ref isMadeThere) && isMadeThere && ComesBack(loop) && RoundConditions.Of(call.Syntax, loops).All(condition => IsSame(condition, loop)))
                return loop;
        }

        return null;
    }

    /// <summary>Whether a key is made by <c>FoldIn</c> in the innermost loop around its use.</summary>
    public bool IsMadeInRound(IOperation key)
    {
        if (key is ILocalReferenceOperation { Local: var local } && OnlyValueOf(local, key) is { } value)
        {
            var around = key.Parent;
            while (around is not (null or ILoopOperation))
                around = around.Parent;

            return around is ILoopOperation loop && IsIn(loop, local) && IsMadeInRound(Captures.None.Resolve(value)!);
        }

        return key is IInvocationOperation call && KeyPlace.IsFoldIn(call);
    }

    /// <summary>Whether a part of a loop runs in each round.</summary>
    private static bool IsOfRound(ILoopOperation loop, IOperation part) => loop switch
    {
        IForLoopOperation counting => !counting.Before.Contains(part),
        IForEachLoopOperation each => each.Collection != part,
        _ => true,
    };

    /// <summary>Whether there is another round, for all that is known.</summary>
    private static bool ComesBack(ILoopOperation loop) =>
        (loop.Body is IBlockOperation block ? block.Operations.LastOrDefault() : loop.Body) is not (IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo });

    /// <summary>Whether a key is the same in each round.</summary>
    /// <param name="isMadeThere">Whether it is made in the loop: all others <see cref="KeyUses"/> follows.</param>
    private bool IsSame(IOperation? key, ILoopOperation loop, ref bool isMadeThere)
    {
        // Code that doesn't compile may go in circles.
        for (var depth = 0; depth < 8; depth++)
        {
            key = Captures.None.Resolve(key);
            if (KeyPlace.StepOf(key) is { Whole: { } whole, Data: { } data })
            {
                if (!IsSame(data, loop))
                    return false;

                isMadeThere |= key is IInvocationOperation || !data.ConstantValue.HasValue;
                key = whole;
            }
            else if (KeyPlace.Any(key, Captures.None) is not { Variable: var variable } || copies.MayChangeUnseen(variable) || ChangedIn(loop).Contains(variable) || (IsArray(variable) && copies.MayChange(variable)))
            {
                return false;
            }
            else if (!IsIn(loop, variable))
            {
                return true;
            }
            else if (key is not ILocalReferenceOperation { Local: var local } || OnlyValueOf(local, key) is not { } value)
            {
                return false;
            }
            else
            {
                key = value;
            }
        }

        return false;
    }

    /// <summary>Whether a number is the same in each round, or goes through the same numbers in each.</summary>
    private bool IsSame(IOperation? number, ILoopOperation loop)
    {
        number = Captures.None.Resolve(number);
        if (number is { ConstantValue.HasValue: true })
            return true;

        switch (number)
        {
            case IUnaryOperation { OperatorMethod: null } unary:
                return IsSame(unary.Operand, loop);
            case IBinaryOperation { OperatorMethod: null } binary:
                return IsSame(binary.LeftOperand, loop) && IsSame(binary.RightOperand, loop);
            case IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_Array } } length:
                return IsSame(length.Instance, loop);
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                return !copies.MayChangeUnseen(parameter) && !ChangedIn(loop).Contains(parameter);
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                return !copies.MayChangeUnseen(local) && (IsIn(loop, local) ? GoesThroughTheSame(local, number, loop) : !ChangedIn(loop).Contains(local));
            default:
                return false;
        }
    }

    /// <summary>Whether a variable of an inner loop, or one that is set in each round, has the same values again.</summary>
    private bool GoesThroughTheSame(ILocalSymbol local, IOperation place, ILoopOperation loop)
    {
        for (var inner = place.Parent; inner is not null && inner != loop; inner = inner.Parent)
        {
            if (inner is not ILoopOperation { Locals: var locals } || !locals.Contains(local, SymbolEqualityComparer.Default))
                continue;

            return inner switch
            {
                IForLoopOperation counting => !ChangedIn(counting.Body).Contains(local) && counting.Before.SelectMany(start => start.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>()
                    .Where(start => SymbolEqualityComparer.Default.Equals(start.Symbol, local)).All(start => IsSame(start.GetVariableInitializer()?.Value, loop)) &&
                    counting.AtLoopBottom.SelectMany(step => step.DescendantsAndSelf()).OfType<ICompoundAssignmentOperation>().All(step => IsSame(step.Value, loop)) &&
                    !counting.AtLoopBottom.SelectMany(step => step.DescendantsAndSelf()).OfType<ISimpleAssignmentOperation>().Any(),
                IForEachLoopOperation each => HasTheSame(each.Collection, loop),
                _ => false,
            };
        }

        return OnlyValueOf(local, place) is { } value && IsSame(value, loop);
    }

    /// <summary>Whether a collection has the same elements in each round.</summary>
    private bool HasTheSame(IOperation? collection, ILoopOperation loop) => Captures.None.Resolve(collection) switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.All(element => IsSame(element, loop)),
        IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } } range => range.Arguments.All(argument => IsSame(argument.Value, loop)),
        { Type: IArrayTypeSymbol } array => IsSame(array, loop),
        _ => false,
    };

    /// <summary>Whether nothing in a condition is another thing in another round, but for numbers that come again.</summary>
    private bool IsSame(SyntaxNode condition, ILoopOperation loop) => condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name =>
        loop.SemanticModel!.GetSymbolInfo(name).Symbol switch
        {
            ILocalSymbol local when IsIn(loop, local) => IsSame(loop.Descendants().FirstOrDefault(operation => operation.Syntax == name), loop),
            { Kind: SymbolKind.Local or SymbolKind.Parameter } variable => !copies.MayChangeUnseen(variable) && !ChangedIn(loop).Contains(variable),
            _ => true,
        });

    /// <summary>Arrays have elements that can be changed by another name.</summary>
    private static bool IsArray(ISymbol variable) => variable is ILocalSymbol { Type: IArrayTypeSymbol } or IParameterSymbol { Type: IArrayTypeSymbol };

    private static bool IsIn(ILoopOperation loop, ISymbol variable) => variable.DeclaringSyntaxReferences.Any(declaration => loop.Syntax.SyntaxTree == declaration.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span));

    private IOperation? OnlyValueOf(ILocalSymbol local, IOperation place)
    {
        if (!_onlyValues.TryGetValue(local, out var value))
            _onlyValues.Add(local, value = LocalValues.OnlyValueOf(local, place));

        return value;
    }

    private HashSet<ISymbol> ChangedIn(IOperation part)
    {
        if (!_changedIn.TryGetValue(part, out var changed))
        {
            changed = new(part.DescendantsAndSelf().Where(KeyCopies.IsChange).Select(place => place switch
            {
                ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => (ISymbol?)null,
            }).OfType<ISymbol>(), SymbolEqualityComparer.Default);
            _changedIn.Add(part, changed);
        }

        return changed;
    }
}
