using static TorchSharp.torch;

namespace JaxNet;

/// <summary>One call of a function that knows its own gradient.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Outputs">The outputs: variables to autograd.</param>
/// <param name="Saved">What the gradient needs besides.</param>
/// <param name="Gradient">The gradients by the inputs, given those by the outputs; null stands for zeros in both.</param>
internal sealed record TapeEntry(Tensor[] Inputs, Tensor[] Outputs, Tensor[] Saved, Func<TapeEntry, Tensor?[], Tensor?[]> Gradient);
