using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A whole tensor, on any device, or a number that stands for a tensor full of it.</summary>
internal readonly struct TensorElements : IElements<TensorElements>
{
    private readonly Tensor? _tensor;
    private readonly double _number;

    public TensorElements(Tensor tensor) => _tensor = tensor;

    private TensorElements(double number) => _number = number;

    /// <summary>The tensor; null if this is a number.</summary>
    public Tensor? Tensor => _tensor;

    public static TensorElements Of(Constant number) => new(number.Double);

    public static TensorElements operator +(TensorElements left, TensorElements right) => (left._tensor, right._tensor) switch
    {
        (null, null) => new(left._number + right._number),
        ({ } l, null) => new(l.add((Scalar)right._number)),
        (null, { } r) => new(r.add((Scalar)left._number)),
        ({ } l, { } r) => new(l.add(r)),
    };

    public static TensorElements operator -(TensorElements left, TensorElements right) => (left._tensor, right._tensor) switch
    {
        (null, null) => new(left._number - right._number),
        ({ } l, null) => new(l.sub((Scalar)right._number)),
        (null, { } r) => new(r.neg().add((Scalar)left._number)),
        ({ } l, { } r) => new(l.sub(r)),
    };

    public static TensorElements operator *(TensorElements left, TensorElements right) => (left._tensor, right._tensor) switch
    {
        (null, null) => new(left._number * right._number),
        ({ } l, null) => new(l.mul((Scalar)right._number)),
        (null, { } r) => new(r.mul((Scalar)left._number)),
        ({ } l, { } r) => new(l.mul(r)),
    };

    public static TensorElements operator /(TensorElements left, TensorElements right) => (left._tensor, right._tensor) switch
    {
        (null, null) => new(left._number / right._number),
        ({ } l, null) => new(l.div((Scalar)right._number)),
        (null, { } r) => new(r.reciprocal().mul((Scalar)left._number)),
        ({ } l, { } r) => new(l.div(r)),
    };

    public static TensorElements Sqrt(TensorElements value) => value._tensor is { } tensor ? new(tensor.sqrt()) : new(Math.Sqrt(value._number));

    public static TensorElements Abs(TensorElements value) => value._tensor is { } tensor ? new(tensor.abs()) : new(Math.Abs(value._number));

    public static TensorElements Max(TensorElements left, TensorElements right) => (left._tensor, right._tensor) switch
    {
        (null, null) => new(Math.Max(left._number, right._number)),
        ({ } l, null) => new(l.maximum(full_like(l, right._number))),
        (null, { } r) => new(r.maximum(full_like(r, left._number))),
        ({ } l, { } r) => new(l.maximum(r)),
    };

    public static TensorElements Sign(TensorElements value) => value._tensor is { } tensor ? new(tensor.sign()) : new(Math.Sign(value._number));

    public static TensorElements IsPositive(TensorElements value) =>
        value._tensor is { } tensor ? new(tensor.gt((Scalar)0.0).type(tensor.dtype)) : new(value._number > 0 ? 1 : 0);
}
