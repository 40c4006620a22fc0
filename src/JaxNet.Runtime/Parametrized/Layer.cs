using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A function of one tensor, as templates see modules: a module, a method such as <see cref="Layers.Relu"/>,
/// or a lambda.
/// </summary>
/// <param name="inputs">The layer's input.</param>
/// <returns>The layer's output.</returns>
public delegate Tensor Layer(Tensor inputs);
