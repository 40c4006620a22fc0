using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Knows what writes into a tensor's elements.</summary>
internal static class InPlace
{
    /// <returns>The tensor that a call changes, if it changes one.</returns>
    public static IOperation? Changes(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isMarked = method.Name.EndsWith("_", StringComparison.Ordinal) && method.Name is not ("requires_grad_" or "detach_");
        if (call.Instance is { Type: { } type } instance)
            return isMarked && TreeTypes.IsTensor(type) ? instance : null;

        return Views.IsTorch(method) && (isMarked || IsSaid(call)) ? Views.FirstArgument(call) : null;
    }

    /// <summary>Whether a property's setter writes elements: an indexer's does, and that of the raw bytes.</summary>
    public static bool Changes(IPropertySymbol property) => property.IsIndexer || property.Name is "bytes" or "data";

    private static bool IsSaid(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument is { Parameter.Name: "inplace", Value.ConstantValue: { HasValue: true, Value: true } });
}
