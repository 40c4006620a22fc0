using System.Collections.Immutable;
using JaxNet.Generators.Analyzers.Flow;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Shapes;

/// <summary>Reads the shape of a tensor off the expression that makes it, where that can be done for certain.</summary>
internal static class ShapeReader
{
    private const int Deepest = 16;

    private static readonly HashSet<string> s_elementwise =
    [
        "abs", "alias", "ceil", "clone", "contiguous", "cos", "detach", "erf", "exp", "expm1", "floor", "log", "log1p", "neg", "reciprocal", "relu", "round",
        "rsqrt", "sigmoid", "sign", "silu", "sin", "sqrt", "square", "tan", "tanh",
    ];

    private static readonly HashSet<string> s_creations = ["empty", "ones", "rand", "randn", "zeros"];

    /// <returns>Null if not even the number of dimensions is known.</returns>
    public static ConstantShape? Of(IOperation? tensor, int depth = 0) => depth > Deepest ? null : tensor switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, depth + 1),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand, depth + 1),
        ILocalReferenceOperation local => Of(LocalValues.OnlyValueOf(local.Local, local), depth + 1),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } negation => Of(negation.Operand, depth + 1),
        IBinaryOperation operation when IsElementwise(operation) =>
            Of(operation.LeftOperand, depth + 1) is { } left && Of(operation.RightOperand, depth + 1) is { } right ? ConstantShape.Broadcast(left, right) : null,
        IInvocationOperation call => OfCall(call, depth),
        _ => null,
    };

    public static bool IsElementwise(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide &&
        IsTensor(operation.LeftOperand) && IsTensor(operation.RightOperand);

    /// <returns>The factors, if the call is a matrix product.</returns>
    public static (IOperation Left, IOperation Right)? FactorsOf(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("matmul" or "mm"))
            return null;

        var arguments = call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value).ToList();
        return call.Instance is { } left && IsTensor(left) && arguments.Count == 1 ? (left, arguments[0])
            : call.Instance is null && Views.IsTorch(call.TargetMethod) && arguments.Count == 2 ? (arguments[0], arguments[1])
            : null;
    }

    private static ConstantShape? OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (Templates.IsParameter(method))
            return SizesIn(Argument(call, "shape")) is { } shape ? new(shape, IsOfParameter: true) : null;

        if (FactorsOf(call) is var (left, right))
            return Of(left, depth + 1) is { } a && Of(right, depth + 1) is { } b ? ConstantShape.Product(a, b) : null;

        if (Views.IsTorch(method) && s_creations.Contains(method.Name))
            return SizesIn(Argument(call, "size")) is { } sizes ? new(sizes, IsOfParameter: false) : null;

        if (call.Instance is not { } instance || !IsTensor(instance))
            return null;

        return method.Name switch
        {
            "reshape" or "view" => SizesIn(call.Arguments.FirstOrDefault()?.Value) is { } sizes
                ? new(sizes, Of(instance, depth + 1)?.IsOfParameter == true)
                : null,
            "t" => Of(instance, depth + 1) is { Rank: 2 } matrix ? matrix with { Sizes = [matrix[1], matrix[0]] } : null,
            _ when s_elementwise.Contains(method.Name) && call.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue) => Of(instance, depth + 1),
            _ => null,
        };
    }

    /// <summary>The sizes of a parameter as they are written, if a tensor is one as it was drawn; null for all others.</summary>
    public static ImmutableArray<IOperation>? WrittenSizes(IOperation? tensor, int depth = 0) => depth > Deepest ? null : tensor switch
    {
        IConversionOperation { OperatorMethod: null } conversion => WrittenSizes(conversion.Operand, depth + 1),
        IParenthesizedOperation parenthesized => WrittenSizes(parenthesized.Operand, depth + 1),
        ILocalReferenceOperation local => WrittenSizes(LocalValues.OnlyValueOf(local.Local, local), depth + 1),
        IInvocationOperation call when Templates.IsParameter(call.TargetMethod) => ElementsOf(Argument(call, "shape")),
        _ => null,
    };

    private static IOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    /// <returns>The sizes that an array or a collection expression lists, those that aren't constant as null; null if their number isn't known.</returns>
    private static ImmutableArray<long?>? SizesIn(IOperation? sizes) => ElementsOf(sizes) is { } elements ? [.. elements.Select(Size)] : null;

    private static ImmutableArray<IOperation>? ElementsOf(IOperation? sizes) => sizes switch
    {
        IConversionOperation conversion => ElementsOf(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation { Elements: var elements } when !elements.Any(element => element is ISpreadOperation) => elements,
        _ => null,
    };

    /// <summary>A size that is to be inferred, -1, is none.</summary>
    private static long? Size(IOperation size) => size.ConstantValue is { HasValue: true, Value: { } value }
        ? value switch { int number and >= 0 => number, long number and >= 0 => number, _ => null }
        : size is IConversionOperation conversion ? Size(conversion.Operand) : null;

    private static bool IsTensor(IOperation operation) => operation.Type is { } type && TreeTypes.IsTensor(type);
}
