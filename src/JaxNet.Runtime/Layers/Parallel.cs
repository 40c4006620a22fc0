using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>The same tensor several times, for <c>Parallel</c>.</summary>
    /// <param name="inputs">Any shape.</param>
    /// <param name="count">How often.</param>
    /// <returns><paramref name="count"/> times <paramref name="inputs"/>.</returns>
    public static Tensor[] FanOut(Tensor inputs, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Repeat(inputs, count)];
    }

    /// <summary>Each layer applied to the tensor at its position.</summary>
    /// <param name="inputs">As many tensors as there are layers.</param>
    /// <param name="layers">Modules, methods and lambdas, each from one tensor to one tensor.</param>
    /// <returns>The output of each layer.</returns>
    /// <exception cref="ArgumentException">There are not as many tensors as layers.</exception>
    [Parametrized]
    public static partial Tensor[] Parallel(Tensor[] inputs, params Layer[] layers)
    {
        var outputs = new List<Tensor>();
        foreach (var layer in layers)
        {
            if (outputs.Count == inputs.Length)
                throw new ArgumentException($"Parallel takes a tensor for each of its layers, but got only {inputs.Length}.");

            outputs.Add(layer(inputs[outputs.Count]));
        }

        return outputs.Count == inputs.Length
            ? [.. outputs]
            : throw new ArgumentException($"Parallel takes a tensor for each of its {outputs.Count} layers, but got {inputs.Length}.");
    }

    /// <summary>The sum of tensors of one shape.</summary>
    /// <param name="inputs">One tensor or more.</param>
    /// <returns>Their shape.</returns>
    public static Tensor FanInSum(params Tensor[] inputs) => inputs.Aggregate((sum, next) => sum.Plus(next));

    /// <summary>Tensors behind each other along an axis.</summary>
    /// <param name="inputs">Tensors whose shapes are the same but for that axis.</param>
    /// <param name="axis">The axis; the last by default.</param>
    /// <returns>The tensors as one.</returns>
    public static Tensor FanInConcat(Tensor[] inputs, long axis = -1) => cat(inputs, axis);
}
