using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A module from one tensor to one tensor, which bodies can use as a <see cref="Layer"/>.</summary>
/// <typeparam name="TParams">The parameters: a generated record.</typeparam>
public abstract class LayerModule<TParams> : Module<TParams, Tensor, Tensor>
    where TParams : Params
{
    /// <summary>The module as a layer. In a template's body the generator sees through it; a call of it elsewhere throws.</summary>
    /// <param name="module">The module.</param>
    /// <returns>A delegate that stands for the module; null for none.</returns>
    [return: NotNullIfNotNull(nameof(module))]
    public static implicit operator Layer?(LayerModule<TParams>? module) => module is null ? null : module.CalledAsFunction;
}
