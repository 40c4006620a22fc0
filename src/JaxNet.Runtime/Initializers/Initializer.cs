using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Makes the initial value of a parameter: a pure function of a key and a shape.</summary>
/// <param name="key">The key that the value is drawn from; initializers that draw nothing ignore it.</param>
/// <param name="shape">The shape of the result.</param>
/// <returns>A float32 tensor of that shape.</returns>
/// <seealso cref="Initializers"/>
public delegate Tensor Initializer(Key key, long[] shape);
