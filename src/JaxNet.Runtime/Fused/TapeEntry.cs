using static TorchSharp.torch;

namespace JaxNet;

/// <summary>One call of a function that knows its own gradient.</summary>
/// <param name="Function">Its name, for error messages.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Versions">How often each input had been changed in place; null where nobody counts.</param>
/// <param name="Outputs">The outputs' variables, to autograd.</param>
/// <param name="Saved">What the gradient needs besides.</param>
/// <param name="Gradient">The gradients by the inputs, given those by the outputs; null stands for zeros in both.</param>
internal sealed record TapeEntry(
    string Function, Tensor[] Inputs, long?[] Versions, Tensor[] Outputs, Tensor[] Saved, Func<TapeEntry, Tensor?[], Tensor?[]> Gradient)
{
    /// <summary>Refuses to go on if an input is no longer what the function was given: the gradient would be one at other numbers.</summary>
    public void CheckInputs()
    {
        for (var i = 0; i < Inputs.Length; i++)
        {
            if (Versions[i] is { } version && AutogradOperators.VersionOf(Inputs[i]) != version)
            {
                throw new InvalidOperationException(
                    $"A tensor of shape {Shapes.Describe(Inputs[i].shape)} that {Function} was given has been changed in place afterwards, but its gradient needs what it was. " +
                    "Change a copy (h * 2 instead of h.mul_(2)), or change it before.");
            }
        }
    }
}
