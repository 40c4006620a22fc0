using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What a template's body asks the outside for. The generator replaces each of these where it stands;
/// one that is reached at run time was called outside of a template, and throws.
/// </summary>
public static class Primitives
{
    /// <summary>Asks for a parameter.</summary>
    /// <param name="shape">The parameter's shape; <c>[]</c> is a scalar.</param>
    /// <param name="init">Draws the parameter's first value.</param>
    /// <param name="name">The parameter's name, a constant; <c>parameter</c> if there is none.</param>
    /// <returns>The parameter's value, of shape <paramref name="shape"/>.</returns>
    public static Tensor Parameter(ReadOnlySpan<long> shape, Initializer init, string? name = null) =>
        throw OutsideOfTemplate(nameof(Parameter));

    /// <summary>Asks for a parameter that may be any tree of tensors.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="init">Makes the parameter's first value from a key of its own.</param>
    /// <param name="name">The parameter's name, a constant; <c>parameter</c> if there is none.</param>
    /// <returns>The parameter's value.</returns>
    public static T Parameter<T>(Func<Key, T> init, string? name = null) =>
        throw OutsideOfTemplate(nameof(Parameter));

    /// <summary>Asks for a random key that nobody else gets: the next link of the chain that starts at the key given to <c>Init</c> or <c>Apply</c>.</summary>
    /// <returns>A fresh key.</returns>
    public static Key RandomKey() => throw OutsideOfTemplate(nameof(RandomKey));

    /// <summary>What the network is being applied for.</summary>
    public static Mode CurrentMode => throw OutsideOfTemplate(nameof(CurrentMode));

    private static InvalidOperationException OutsideOfTemplate(string primitive) => new(
        $"{primitive} was reached outside of a template. It works in the body of a [Parametrized] method, and only " +
        "through that method's module: make one with the factory of the same name, for example Dense(10), and call " +
        "its Init and Apply.");
}
