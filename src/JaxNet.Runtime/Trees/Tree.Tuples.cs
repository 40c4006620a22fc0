using static TorchSharp.torch;

namespace JaxNet;

// One overload for each length of tuples: being given the types of the items, it can register how to rebuild them.
public static partial class Tree
{
    /// <inheritdoc cref="Map{T}(T, Func{Tensor, Tensor})"/>
    public static (T1, T2) Map<T1, T2>((T1, T2) tree, Func<Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2>();
        return Map<(T1, T2)>(tree, function);
    }

    /// <inheritdoc cref="Map{T}(T, Func{Tensor, Tensor})"/>
    public static (T1, T2, T3) Map<T1, T2, T3>((T1, T2, T3) tree, Func<Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3>();
        return Map<(T1, T2, T3)>(tree, function);
    }

    /// <inheritdoc cref="Map{T}(T, Func{Tensor, Tensor})"/>
    public static (T1, T2, T3, T4) Map<T1, T2, T3, T4>((T1, T2, T3, T4) tree, Func<Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4>();
        return Map<(T1, T2, T3, T4)>(tree, function);
    }

    /// <inheritdoc cref="Map{T}(T, Func{Tensor, Tensor})"/>
    public static (T1, T2, T3, T4, T5) Map<T1, T2, T3, T4, T5>((T1, T2, T3, T4, T5) tree, Func<Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4, T5>();
        return Map<(T1, T2, T3, T4, T5)>(tree, function);
    }

    /// <inheritdoc cref="Map{T}(T, Func{Tensor, Tensor})"/>
    public static (T1, T2, T3, T4, T5, T6) Map<T1, T2, T3, T4, T5, T6>((T1, T2, T3, T4, T5, T6) tree, Func<Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4, T5, T6>();
        return Map<(T1, T2, T3, T4, T5, T6)>(tree, function);
    }

    /// <inheritdoc cref="Map{T}(T, Func{Tensor, Tensor})"/>
    public static (T1, T2, T3, T4, T5, T6, T7) Map<T1, T2, T3, T4, T5, T6, T7>((T1, T2, T3, T4, T5, T6, T7) tree, Func<Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4, T5, T6, T7>();
        return Map<(T1, T2, T3, T4, T5, T6, T7)>(tree, function);
    }

    /// <inheritdoc cref="Map{T}(T, T, Func{Tensor, Tensor, Tensor})"/>
    public static (T1, T2) Map<T1, T2>((T1, T2) first, (T1, T2) second, Func<Tensor, Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2>();
        return Map<(T1, T2)>(first, second, function);
    }

    /// <inheritdoc cref="Map{T}(T, T, Func{Tensor, Tensor, Tensor})"/>
    public static (T1, T2, T3) Map<T1, T2, T3>((T1, T2, T3) first, (T1, T2, T3) second, Func<Tensor, Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3>();
        return Map<(T1, T2, T3)>(first, second, function);
    }

    /// <inheritdoc cref="Map{T}(T, T, Func{Tensor, Tensor, Tensor})"/>
    public static (T1, T2, T3, T4) Map<T1, T2, T3, T4>((T1, T2, T3, T4) first, (T1, T2, T3, T4) second, Func<Tensor, Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4>();
        return Map<(T1, T2, T3, T4)>(first, second, function);
    }

    /// <inheritdoc cref="Map{T}(T, T, Func{Tensor, Tensor, Tensor})"/>
    public static (T1, T2, T3, T4, T5) Map<T1, T2, T3, T4, T5>((T1, T2, T3, T4, T5) first, (T1, T2, T3, T4, T5) second, Func<Tensor, Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4, T5>();
        return Map<(T1, T2, T3, T4, T5)>(first, second, function);
    }

    /// <inheritdoc cref="Map{T}(T, T, Func{Tensor, Tensor, Tensor})"/>
    public static (T1, T2, T3, T4, T5, T6) Map<T1, T2, T3, T4, T5, T6>((T1, T2, T3, T4, T5, T6) first, (T1, T2, T3, T4, T5, T6) second, Func<Tensor, Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4, T5, T6>();
        return Map<(T1, T2, T3, T4, T5, T6)>(first, second, function);
    }

    /// <inheritdoc cref="Map{T}(T, T, Func{Tensor, Tensor, Tensor})"/>
    public static (T1, T2, T3, T4, T5, T6, T7) Map<T1, T2, T3, T4, T5, T6, T7>((T1, T2, T3, T4, T5, T6, T7) first, (T1, T2, T3, T4, T5, T6, T7) second, Func<Tensor, Tensor, Tensor> function)
    {
        RegisterTuple<T1, T2, T3, T4, T5, T6, T7>();
        return Map<(T1, T2, T3, T4, T5, T6, T7)>(first, second, function);
    }

    /// <inheritdoc cref="Unflatten{T}(T, IReadOnlyList{Tensor})"/>
    public static (T1, T2) Unflatten<T1, T2>((T1, T2) like, IReadOnlyList<Tensor> leaves)
    {
        RegisterTuple<T1, T2>();
        return Unflatten<(T1, T2)>(like, leaves);
    }

    /// <inheritdoc cref="Unflatten{T}(T, IReadOnlyList{Tensor})"/>
    public static (T1, T2, T3) Unflatten<T1, T2, T3>((T1, T2, T3) like, IReadOnlyList<Tensor> leaves)
    {
        RegisterTuple<T1, T2, T3>();
        return Unflatten<(T1, T2, T3)>(like, leaves);
    }

    /// <inheritdoc cref="Unflatten{T}(T, IReadOnlyList{Tensor})"/>
    public static (T1, T2, T3, T4) Unflatten<T1, T2, T3, T4>((T1, T2, T3, T4) like, IReadOnlyList<Tensor> leaves)
    {
        RegisterTuple<T1, T2, T3, T4>();
        return Unflatten<(T1, T2, T3, T4)>(like, leaves);
    }

    /// <inheritdoc cref="Unflatten{T}(T, IReadOnlyList{Tensor})"/>
    public static (T1, T2, T3, T4, T5) Unflatten<T1, T2, T3, T4, T5>((T1, T2, T3, T4, T5) like, IReadOnlyList<Tensor> leaves)
    {
        RegisterTuple<T1, T2, T3, T4, T5>();
        return Unflatten<(T1, T2, T3, T4, T5)>(like, leaves);
    }

    /// <inheritdoc cref="Unflatten{T}(T, IReadOnlyList{Tensor})"/>
    public static (T1, T2, T3, T4, T5, T6) Unflatten<T1, T2, T3, T4, T5, T6>((T1, T2, T3, T4, T5, T6) like, IReadOnlyList<Tensor> leaves)
    {
        RegisterTuple<T1, T2, T3, T4, T5, T6>();
        return Unflatten<(T1, T2, T3, T4, T5, T6)>(like, leaves);
    }

    /// <inheritdoc cref="Unflatten{T}(T, IReadOnlyList{Tensor})"/>
    public static (T1, T2, T3, T4, T5, T6, T7) Unflatten<T1, T2, T3, T4, T5, T6, T7>((T1, T2, T3, T4, T5, T6, T7) like, IReadOnlyList<Tensor> leaves)
    {
        RegisterTuple<T1, T2, T3, T4, T5, T6, T7>();
        return Unflatten<(T1, T2, T3, T4, T5, T6, T7)>(like, leaves);
    }
}
