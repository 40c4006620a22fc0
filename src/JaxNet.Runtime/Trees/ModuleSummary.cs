using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The parameters that a module asks for, as a table.</summary>
public static class ModuleSummary
{
    /// <summary>Initialises the module with example inputs, and lists its parameters: see <see cref="Tree.Summary"/>.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the inputs.</typeparam>
    /// <typeparam name="TOutput">The type of the output.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="inputs">Example inputs: a tuple if there are several. Only their shapes matter.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>Several lines of text, without a line break at the end.</returns>
    public static string Summary<TParams, TInputs, TOutput>(this Module<TParams, TInputs, TOutput> module, TInputs inputs, Mode mode = Mode.Train)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var parameters = NewDisposeScope();
        return Tree.Summary(module.Init(default, inputs, mode));
    }
}
