using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// SM3 (Anil et al., 2019): Adagrad that keeps, instead of a sum for each element, one for each row, column and so on:
    /// <c>s = min(those that the element is in) + g²; m = momentum * m + (1 - momentum) * g / sqrt(s); p -= lr * m</c>, and each row's next sum is
    /// the largest <c>s</c> in it. Nothing is divided by a sum of zero. A parameter of shape [] counts as one of shape [1].
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="momentum">How much of the average step remains after each step.</param>
    /// <returns>
    /// The optimizer; its states have the slots <c>momentum</c> and <c>accumulators</c>, the latter of shape [n0 + n1 + ...] for a parameter of
    /// shape [n0, n1, ...]: the sums along one dimension after those along another.
    /// </returns>
    public static Optimizer Sm3(double learningRate = 0.01, double momentum = 0.9) =>
        MakeSm3(learningRate, momentum);

    /// <inheritdoc cref="Sm3(double, double)"/>
    public static Optimizer Sm3(Schedule learningRate, double momentum = 0.9) =>
        MakeSm3(learningRate, momentum);

    private static Optimizer MakeSm3(Rate learningRate, double momentum)
    {
        ThrowIfNotDecayRate(momentum);
        return Make(learningRate, $"Sm3(learningRate: {learningRate}, momentum: {momentum})",
            new Sm3Rule(learningRate.Schedule, momentum));
    }
}

/// <summary>See <see cref="Optimizers.Sm3(double, double)"/>.</summary>
internal sealed class Sm3Rule(Schedule learningRate, double momentum) : TensorRule(learningRate, ["momentum", "accumulators"])
{
    protected override long[] SlotShape(int slot, Tensor parameter) => slot == 0 ? parameter.shape : [Math.Max(1, parameter.shape.Sum())];

    protected override Tensor Next(long step, double rate, Tensor parameter, Tensor gradient, Tensor[] slots)
    {
        var shape = parameter.dim() == 0 ? [1] : parameter.shape;
        var sums = SumsOf(slots[1], shape).Aggregate((left, right) => left.minimum(right)) + gradient.reshape(shape).square();
        var scaled = where(sums > 0, gradient.reshape(shape) / sums.sqrt(), zeros_like(sums)).reshape(parameter.shape);

        slots[0] = (slots[0] * momentum) + (scaled * (1 - momentum));
        slots[1] = cat([.. shape.Select((_, dimension) => Largest(sums, dimension))]);
        return parameter - (slots[0] * rate);
    }

    /// <summary>The sums along each dimension, in shapes that broadcast to the parameter's.</summary>
    private static IEnumerable<Tensor> SumsOf(Tensor accumulators, long[] shape)
    {
        long start = 0;
        for (var dimension = 0; dimension < shape.Length; dimension++)
        {
            var broadcast = shape.Select((size, i) => i == dimension ? size : 1).ToArray();
            yield return accumulators.narrow(0, start, shape[dimension]).reshape(broadcast);
            start += shape[dimension];
        }
    }

    private static Tensor Largest(Tensor sums, int dimension)
    {
        var others = Enumerable.Range(0, (int)sums.dim()).Where(i => i != dimension).Select(i => (long)i).ToArray();
        return others.Length == 0 ? sums : sums.amax(others);
    }
}
