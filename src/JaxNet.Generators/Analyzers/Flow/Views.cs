using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Knows what shares its elements with a tensor, or may.</summary>
internal static class Views
{
    private static readonly HashSet<string> s_methods =
    [
        "alias", "as_strided", "broadcast_to", "chunk", "contiguous", "data", "detach", "diagonal", "expand", "expand_as", "flatten", "hsplit", "moveaxis",
        "movedim", "narrow", "permute", "ravel", "reshape", "reshape_as", "select", "slice", "split", "split_with_sizes", "squeeze", "swapaxes", "swapdims",
        "t", "tensor_split", "transpose", "unbind", "unflatten", "unfold", "unsqueeze", "view", "view_as", "vsplit",
    ];

    /// <summary>What gives the tensor itself where it has the type, the place or the form already.</summary>
    private static readonly HashSet<string> s_conversions =
    [
        "adjoint", "atleast_1d", "atleast_2d", "atleast_3d", "bfloat16", "bool", "byte", "char", "conj", "cpu", "cuda", "DetachFromDisposeScope", "double", "float", "half", "int", "long",
        "MoveToOuterDisposeScope", "mps", "positive", "resolve_conj", "resolve_neg", "short", "to", "to_dense", "to_type", "type", "type_as", "view_as_complex", "view_as_real",
    ];

    /// <returns>What the result of a call shares its elements with.</returns>
    public static IOperation? Viewed(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Instance is { Type: { } type } instance)
        {
            // Of a tree, its parts: what an enumeration goes through.
            return TreeTypes.IsTensor(type) ? (MayShare(call) ? instance : null) : method.Name == "GetEnumerator" ? instance : null;
        }

        return IsTorch(method) && MayShare(call) ? FirstArgument(call) : null;
    }

    private static bool MayShare(IInvocationOperation call) => s_methods.Contains(call.TargetMethod.Name) ||
        (s_conversions.Contains(call.TargetMethod.Name) && !call.Arguments.Any(argument => argument is { Parameter.Name: "copy", Value.ConstantValue.Value: true }));

    public static bool IsView(IPropertyReferenceOperation property) => property.Instance?.Type switch
    {
        null => false,
        { } type when !TreeTypes.IsTensor(type) => true,
        _ when property.Property.IsIndexer => property.Arguments.All(argument => IsRegular(argument.Value)),
        _ => property.Property.Name is "T" or "H" or "mT" or "mH" or "real" or "imag" or "data",
    };

    public static bool IsTorch(IMethodSymbol method)
    {
        var type = method.ContainingType;
        while (type?.ContainingType is { } outer)
            type = outer;

        return method.IsStatic && type is { Name: "torch", ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true } };
    }

    public static IOperation? FirstArgument(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { Type: { } type } value && TreeTypes.IsTensor(type) ? value : null;

    /// <summary>Numbers and ranges select a view; a tensor or a truth value makes a copy.</summary>
    private static bool IsRegular(IOperation index) => index switch
    {
        IConversionOperation conversion => IsRegular(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues: var all } => all.All(IsRegular),
        { Type: { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } } => true,
        { Type.Name: "Range" or "Index" } => true,
        IInvocationOperation { TargetMethod.Name: "Slice" or "Single" } => true,
        IFieldReferenceOperation { Field.Name: "Ellipsis" or "Colon" or "Null" or "None" } => true,
        _ => false,
    };
}
