using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace JaxNet;

/// <summary>Between modules and layers: generated modules of two inputs convert to layers by it, and give the modules that they were made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModuleLayers
{
    /// <summary>The module as a layer. In a template's body the generator sees through it; a call of it elsewhere throws.</summary>
    /// <param name="module">The module.</param>
    /// <returns>A delegate that stands for the module; null for none.</returns>
    [return: NotNullIfNotNull(nameof(module))]
    public static Layer<T1, T2, TOutput>? AsLayer<TParams, T1, T2, TOutput>(this Module<TParams, (T1, T2), TOutput>? module) =>
        module is null ? null : module.CalledAsFunction;

    /// <summary>The modules behind layers.</summary>
    /// <param name="layers">The layers.</param>
    /// <returns>A module for each; for a function one that has no parameters.</returns>
    public static IReadOnlyList<Module> ModulesOf(Layer[] layers) => Array.ConvertAll(layers, layer => ModuleOf(layer)!);

    /// <summary>Whether any of these layers is a module that has parameters.</summary>
    /// <param name="layers">The layers.</param>
    /// <returns>False if all are functions, or modules without parameters.</returns>
    public static bool NeedParameters(params Delegate?[] layers) => layers.Any(layer => layer?.Target is ILayerModule { Module.NeedsParameters: true });

    /// <summary>The module behind a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <returns>The module; for a function one that has no parameters; null for no layer.</returns>
    [return: NotNullIfNotNull(nameof(layer))]
    public static Module? ModuleOf(Delegate? layer) => layer?.Target is ILayerModule known ? known.Module : layer is null ? null : new LayerFunction(layer);
}
