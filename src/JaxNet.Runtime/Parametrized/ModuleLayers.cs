using System.ComponentModel;

namespace JaxNet;

/// <summary>Makes layers of modules with two inputs; generated modules convert to layers by it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModuleLayers
{
    /// <summary>The module as a layer. In a template's body the generator sees through it; a call of it elsewhere throws.</summary>
    /// <param name="module">The module.</param>
    /// <returns>A delegate that stands for the module.</returns>
    public static Layer<T1, T2, TOutput> AsLayer<TParams, T1, T2, TOutput>(this Module<TParams, (T1, T2), TOutput> module) =>
        module.CalledAsFunction;
}
