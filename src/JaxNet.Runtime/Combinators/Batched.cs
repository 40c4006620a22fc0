using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>
    /// A module that is written for one example, applied to a batch: each example on its own, with the same parameters, whose gradients add up. The parameters are
    /// those of the module, initialised from one example's shape.
    /// </summary>
    /// <remarks>
    /// All examples are gone through at once, as by PyTorch's <c>vmap</c>, where the body's operations allow it: most tensor operations do. They are gone through one
    /// by one, with the same result, where the body needs an example's values (<c>item</c>, a condition on them), draws random keys, keeps running state, or where
    /// libtorch has no rule for an operation or this libtorch no <c>vmap</c>. Random keys are drawn example by example; what the body draws from libtorch's own generator
    /// may be the same for all.
    /// </remarks>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the inputs.</typeparam>
    /// <typeparam name="TOutput">The type of the output.</typeparam>
    /// <param name="module">The module for one example.</param>
    /// <param name="axis">The axis of the examples in each tensor of the inputs; from the end if negative.</param>
    /// <param name="outAxis">The axis of the examples in each tensor of the output; from the end if negative.</param>
    /// <returns>
    /// The module for batches. Around one module object there can be several: they share its parameters. From it there is an <see cref="ArgumentException"/> if the
    /// inputs have different numbers of examples, or none, and if outputs of examples differ in shape.
    /// </returns>
    public static Module<TParams, TInputs, TOutput> Batched<TParams, TInputs, TOutput>(
        Module<TParams, TInputs, TOutput> module, long axis = 0, long outAxis = 0)
    {
        ArgumentNullException.ThrowIfNull(module);
        return new BatchedModule<TParams, TInputs, TOutput>(module, new(module.Name, axis, outAxis));
    }

    /// <inheritdoc cref="Batched{TParams, TInputs, TOutput}"/>
    public static LayerModule<TParams> Batched<TParams>(LayerModule<TParams> module, long axis = 0, long outAxis = 0)
        where TParams : Params
    {
        ArgumentNullException.ThrowIfNull(module);
        return new BatchedLayer<TParams>(module, new(module.Name, axis, outAxis));
    }
}
