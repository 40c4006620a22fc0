using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>
    /// Sets elements to zero at random, and scales the others so that the expectation stays
    /// (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014). Does nothing in <see cref="Mode.Eval"/>.
    /// </summary>
    /// <param name="inputs">Any shape.</param>
    /// <param name="rate">The probability with which an element becomes zero, from 0 to 1; as in JAXnet and PyTorch, and unlike stax, where it is that of being kept.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate isn't a probability.</exception>
    [Parametrized]
    public static partial Tensor Dropout(Tensor inputs, double rate)
    {
        if (rate is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of Dropout is a probability: from 0 to 1.");

        if (CurrentMode == Mode.Eval || rate == 0)
            return inputs;

        if (rate == 1)
            return zeros_like(inputs);

        var keep = RandomKey().Bernoulli(1 - rate, inputs.shape);
        return where(keep, inputs.Over(1 - rate), zeros([], inputs.dtype, inputs.device));
    }
}
