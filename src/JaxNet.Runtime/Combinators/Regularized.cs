using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>A loss with a penalty on its parameters: <c>loss(inputs) + sum of regularizer(p)</c> over each parameter <c>p</c>, as in JAXnet.</summary>
    /// <typeparam name="TParams">The type of the loss's parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the loss's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number.</param>
    /// <param name="regularizer">The penalty on a parameter; if it has several elements, their sum. A parameter that is shared is asked for once, and one of integers never.
    /// One that is complex comes as its real and imaginary parts, as <c>view_as_real</c> has them, of shape [..., 2].</param>
    /// <param name="on">The part of the loss's parameters that the penalty is on, by paths such as <c>net.dense0.kernel</c>; all of them by default.</param>
    /// <returns>A module like any other. Its parameters have those of the loss as <c>Model</c>.</returns>
    public static Module<RegularizedParams<TParams>, TInputs, Tensor> Regularized<TParams, TInputs>(
        Module<TParams, TInputs, Tensor> loss, Func<Tensor, Tensor> regularizer, Mask? on = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(regularizer);
        return new RegularizedModule<TParams, TInputs>(loss, regularizer, on);
    }

    /// <summary>A loss with a penalty on the squares of its parameters, as in JAXnet: <c>loss(inputs) + scale / 2 * sum of p²</c>.</summary>
    /// <typeparam name="TParams">The type of the loss's parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the loss's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="on">The part of the loss's parameters that the penalty is on; all of them by default.</param>
    /// <returns>A module like any other. Its parameters have those of the loss as <c>Model</c>.</returns>
    public static Module<RegularizedParams<TParams>, TInputs, Tensor> L2Regularized<TParams, TInputs>(
        Module<TParams, TInputs, Tensor> loss, double scale, Mask? on = null) =>
        Regularized(loss, parameter => parameter.Squared().sum().Scaled(scale / 2), on);
}
