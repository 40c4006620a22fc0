using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A function of one tensor, as templates see modules: a module, a method such as <see cref="Layers.Relu"/>,
/// or a lambda.
/// </summary>
/// <param name="inputs">The layer's input.</param>
/// <returns>The layer's output.</returns>
public delegate Tensor Layer(Tensor inputs);

/// <summary>A <see cref="Layer"/> between other trees than tensors.</summary>
/// <typeparam name="TInputs">The input: a tensor or a tree.</typeparam>
/// <typeparam name="TOutput">The output: a tensor or a tree.</typeparam>
/// <param name="inputs">The layer's input.</param>
/// <returns>The layer's output.</returns>
public delegate TOutput Layer<TInputs, TOutput>(TInputs inputs);

/// <summary>A <see cref="Layer"/> of two inputs, such as a cell, which goes from a carry and an input to the next carry and an output.</summary>
/// <typeparam name="T1">The first input: a tensor or a tree.</typeparam>
/// <typeparam name="T2">The second input: a tensor or a tree.</typeparam>
/// <typeparam name="TOutput">The output: a tensor or a tree.</typeparam>
/// <param name="first">The first input.</param>
/// <param name="second">The second input.</param>
/// <returns>The layer's output.</returns>
public delegate TOutput Layer<T1, T2, TOutput>(T1 first, T2 second);
