using System.Numerics;

namespace JaxNet;

/// <summary>As many numbers as the processor computes with at once.</summary>
internal readonly struct VectorElements<TNumber>(Vector<TNumber> value) : IElements<VectorElements<TNumber>>
    where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
{
    public readonly Vector<TNumber> Value = value;

    public static VectorElements<TNumber> Of(Constant number) => typeof(TNumber) == typeof(float)
        ? new(Vector.Create(number.Single).As<float, TNumber>())
        : new(Vector.Create(number.Double).As<double, TNumber>());

    public static VectorElements<TNumber> operator +(VectorElements<TNumber> left, VectorElements<TNumber> right) => new(left.Value + right.Value);

    public static VectorElements<TNumber> operator -(VectorElements<TNumber> left, VectorElements<TNumber> right) => new(left.Value - right.Value);

    public static VectorElements<TNumber> operator *(VectorElements<TNumber> left, VectorElements<TNumber> right) => new(left.Value * right.Value);

    public static VectorElements<TNumber> operator /(VectorElements<TNumber> left, VectorElements<TNumber> right) => new(left.Value / right.Value);

    public static VectorElements<TNumber> Sqrt(VectorElements<TNumber> value) => new(Vector.SquareRoot(value.Value));

    public static VectorElements<TNumber> Abs(VectorElements<TNumber> value) => new(Vector.Abs(value.Value));

    public static VectorElements<TNumber> Max(VectorElements<TNumber> left, VectorElements<TNumber> right) => new(Vector.Max(left.Value, right.Value));

    // The last choice is the value itself, so that NaN stays NaN.
    public static VectorElements<TNumber> Sign(VectorElements<TNumber> value) => new(Vector.ConditionalSelect(
        Vector.GreaterThan(value.Value, Vector<TNumber>.Zero),
        Vector<TNumber>.One,
        Vector.ConditionalSelect(Vector.LessThan(value.Value, Vector<TNumber>.Zero), -Vector<TNumber>.One, value.Value)));

    public static VectorElements<TNumber> IsPositive(VectorElements<TNumber> value) => new(Vector.ConditionalSelect(
        Vector.GreaterThan(value.Value, Vector<TNumber>.Zero), Vector<TNumber>.One, Vector<TNumber>.Zero));
}
