using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Makes models of modules, and differentiates them.</summary>
public static class Model
{
    /// <summary>A model without parameters.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the inputs.</typeparam>
    /// <typeparam name="TOutput">The type of the output.</typeparam>
    /// <param name="module">The network.</param>
    /// <returns>The model, in the mode of training and without a key.</returns>
    public static Model<TParams, TInputs, TOutput> Of<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return new(module, isInitialized: false, default, key: null, Mode.Train);
    }

    /// <summary>The gradient of a model that computes a loss, by its parameters.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the inputs.</typeparam>
    /// <param name="model">A model whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="inputs">The inputs.</param>
    /// <returns>A model with the gradient in place of the parameters.</returns>
    /// <exception cref="InvalidOperationException">There are no parameters yet; or the loss isn't one floating-point number, or depends on no parameter.</exception>
    public static Model<TParams, TInputs, Tensor> Grad<TParams, TInputs>(this Model<TParams, TInputs, Tensor> model, TInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            return model.With(model.Module.Grad(model.Parameters, inputs, model.Key, model.Mode));
        }
        catch (InvalidOperationException error) when (Model<TParams, TInputs, Tensor>.Advise(error))
        {
            throw;
        }
    }
}
