using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

// A cell is one step over time: from the carry and an input to the next carry and an output.
public static partial class Layers
{
    /// <summary>
    /// A gated recurrent unit without biases, as in JAXnet: Cho and others, "Learning Phrase Representations using RNN
    /// Encoder-Decoder for Statistical Machine Translation" (2014). An update gate of 1 takes the new value, and the reset gate
    /// acts before the product with the kernel.
    /// </summary>
    /// <param name="carry">Shape [n, <paramref name="carrySize"/>]; zeros at the start of a sequence.</param>
    /// <param name="inputs">One step of each sequence, of shape [n, channels].</param>
    /// <param name="carrySize">How many numbers are carried on.</param>
    /// <param name="kernelInit">Initializes the three kernels, each of shape [channels + <paramref name="carrySize"/>, <paramref name="carrySize"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <returns>The new carry, which is the output too, both of shape [n, <paramref name="carrySize"/>].</returns>
    /// <exception cref="ArgumentException">The carry has another size, or the inputs another number of axes or of rows.</exception>
    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) GRUCell(Tensor carry, Tensor inputs, long carrySize, Initializer? kernelInit = null)
    {
        CheckStep(nameof(GRUCell), carry, inputs, carrySize);
        var init = kernelInit ?? Initializers.GlorotNormal();
        var size = inputs.size(-1) + carrySize;
        var both = cat([inputs, carry], -1);
        var update = both.Times(Parameter([size, carrySize], init, "update_kernel")).sigmoid();
        var reset = both.Times(Parameter([size, carrySize], init, "reset_kernel")).sigmoid();
        var compute = cat([inputs, reset * carry], -1).Times(Parameter([size, carrySize], init, "compute_kernel")).tanh();
        var output = (update * compute).Plus(update.Complement() * carry);
        return (output, output);
    }

    /// <summary>
    /// A long short-term memory: Hochreiter and Schmidhuber (1997), with the forget gate of Gers, Schmidhuber and Cummins,
    /// "Learning to Forget: Continual Prediction with LSTM" (2000).
    /// </summary>
    /// <param name="carry">The cell and the output of the step before, each of shape [n, <paramref name="carrySize"/>]; zeros at the start of a sequence.</param>
    /// <param name="inputs">One step of each sequence, of shape [n, channels].</param>
    /// <param name="carrySize">How many numbers the cell holds.</param>
    /// <param name="kernelInit">Initializes the four kernels, each of shape [channels + <paramref name="carrySize"/>, <paramref name="carrySize"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the biases, each of shape [<paramref name="carrySize"/>], but for the forget gate's, which starts at 1, so that the cell keeps; <see cref="Initializers.Zeros"/> if null.</param>
    /// <returns>The new cell and the output, and the output, all of shape [n, <paramref name="carrySize"/>].</returns>
    /// <exception cref="ArgumentException">The carry has another size, or the inputs another number of axes or of rows.</exception>
    [Parametrized]
    public static partial ((Tensor Cell, Tensor Hidden) Carry, Tensor Output) LSTMCell(
        (Tensor Cell, Tensor Hidden) carry, Tensor inputs, long carrySize, Initializer? kernelInit = null, Initializer? biasInit = null)
    {
        CheckStep(nameof(LSTMCell), carry.Cell, inputs, carrySize);
        CheckStep(nameof(LSTMCell), carry.Hidden, inputs, carrySize);
        var (init, zero) = (kernelInit ?? Initializers.GlorotNormal(), biasInit ?? Initializers.Zeros());
        var size = inputs.size(-1) + carrySize;
        var both = cat([inputs, carry.Hidden], -1);
        var update = both.Affine(Parameter([size, carrySize], init, "update_kernel"), Parameter([carrySize], zero, "update_bias")).sigmoid();
        var forget = both.Affine(Parameter([size, carrySize], init, "forget_kernel"), Parameter([carrySize], Initializers.Ones(), "forget_bias")).sigmoid();
        var compute = both.Affine(Parameter([size, carrySize], init, "compute_kernel"), Parameter([carrySize], zero, "compute_bias")).tanh();
        var show = both.Affine(Parameter([size, carrySize], init, "output_kernel"), Parameter([carrySize], zero, "output_bias")).sigmoid();
        var cell = (forget * carry.Cell).Plus(update * compute);
        var output = show * cell.tanh();
        return ((cell, output), output);
    }

    private static void CheckStep(string cell, Tensor carry, Tensor inputs, long size)
    {
        if (carry.dim() != 2 || carry.size(1) != size)
            throw new ArgumentException($"{cell} takes a carry of shape [n, {size}], but got {Shapes.Describe(carry.shape)}.");

        if (inputs.shape is not [var n, _] || n != carry.size(0))
            throw new ArgumentException($"{cell} takes inputs of shape [n, channels], here [{carry.size(0)}, channels], but got {Shapes.Describe(inputs.shape)}.");
    }
}
