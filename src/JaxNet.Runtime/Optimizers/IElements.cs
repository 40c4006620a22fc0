namespace JaxNet;

/// <summary>
/// Arithmetic, element by element, in which the formula of an optimizer is written once: it then runs on single numbers,
/// on the processor's vectors, and on whole tensors.
/// </summary>
internal interface IElements<T>
    where T : struct, IElements<T>
{
    static abstract T Of(Constant number);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    static abstract T Sqrt(T value);

    static abstract T Abs(T value);

    static abstract T Max(T left, T right);

    /// <summary>-1, 0 or 1.</summary>
    static abstract T Sign(T value);

    /// <summary>1 where the value is positive, else 0.</summary>
    static abstract T IsPositive(T value);
}
