using System.Numerics;

namespace JaxNet;

/// <summary>A single number: what is left of a leaf behind its last whole vector.</summary>
internal readonly struct NumberElements<TNumber>(TNumber value) : IElements<NumberElements<TNumber>>
    where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
{
    public TNumber Value { get; } = value;

    public static NumberElements<TNumber> Of(Constant number) => new(typeof(TNumber) == typeof(float) ? (TNumber)(object)number.Single : (TNumber)(object)number.Double);

    public static NumberElements<TNumber> operator +(NumberElements<TNumber> left, NumberElements<TNumber> right) => new(left.Value + right.Value);

    public static NumberElements<TNumber> operator -(NumberElements<TNumber> left, NumberElements<TNumber> right) => new(left.Value - right.Value);

    public static NumberElements<TNumber> operator *(NumberElements<TNumber> left, NumberElements<TNumber> right) => new(left.Value * right.Value);

    public static NumberElements<TNumber> operator /(NumberElements<TNumber> left, NumberElements<TNumber> right) => new(left.Value / right.Value);

    public static NumberElements<TNumber> Sqrt(NumberElements<TNumber> value) => new(TNumber.Sqrt(value.Value));

    public static NumberElements<TNumber> Abs(NumberElements<TNumber> value) => new(TNumber.Abs(value.Value));

    public static NumberElements<TNumber> Max(NumberElements<TNumber> left, NumberElements<TNumber> right) => new(TNumber.Max(left.Value, right.Value));

    // Not TNumber.Sign, which throws for NaN.
    public static NumberElements<TNumber> Sign(NumberElements<TNumber> value) =>
        new(value.Value > TNumber.Zero ? TNumber.One : value.Value < TNumber.Zero ? -TNumber.One : value.Value);

    public static NumberElements<TNumber> IsPositive(NumberElements<TNumber> value) =>
        new(value.Value > TNumber.Zero ? TNumber.One : TNumber.Zero);
}
