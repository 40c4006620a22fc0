using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Adafactor (Shazeer and Stern, 2018), with next to no memory, as PyTorch has it: in place of Adam's mean square of each element it keeps that of
    /// each row and of each column of a matrix, whose product stands for it: <c>V = row * column / mean(row)</c>. With <c>rms</c> the root mean square of a
    /// tensor: <c>u = g / sqrt(V); p -= max(smallest, rms(p)) * min(lr, 1 / sqrt(t)) * u / max(1, rms(u) / clip)</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="decay">How the averages slow down: at step <c>t</c> they take <c>t^-decay</c> of the new value.</param>
    /// <param name="smallest">What counts as a parameter's size at least, in the mean, so that parameters leave zero.</param>
    /// <param name="clip">The root mean square that a step is cut to, before it is scaled by the learning rate.</param>
    /// <param name="weightDecay">How much of each parameter the learning rate takes away.</param>
    /// <returns>
    /// The optimizer; its states have the slots <c>rows</c> and <c>columns</c>, of shape [..., n] and [..., m] for a parameter of shape
    /// [..., n, m]. Of one of fewer dimensions <c>rows</c> has each element's mean square, and <c>columns</c> has the shape [0].
    /// </returns>
    public static Optimizer Adafactor(double learningRate = 1e-2, double decay = 0.8, double smallest = 1e-3, double clip = 1, double weightDecay = 0) =>
        MakeAdafactor(learningRate, decay, smallest, clip, weightDecay);

    /// <inheritdoc cref="Adafactor(double, double, double, double, double)"/>
    public static Optimizer Adafactor(Schedule learningRate, double decay = 0.8, double smallest = 1e-3, double clip = 1, double weightDecay = 0) =>
        MakeAdafactor(learningRate, decay, smallest, clip, weightDecay);

    private static Optimizer MakeAdafactor(Rate learningRate, double decay, double smallest, double clip, double weightDecay)
    {
        ThrowIfNegative(decay);
        ThrowIfNegative(smallest);
        ThrowIfNotPositive(clip);
        ThrowIfNegative(weightDecay);
        return Make(learningRate, $"Adafactor(learningRate: {learningRate}, decay: {decay}, smallest: {smallest}, clip: {clip}, weightDecay: {weightDecay})",
            new AdafactorRule(learningRate.Schedule, decay, smallest, clip, weightDecay));
    }
}

/// <summary>See <see cref="Optimizers.Adafactor(double, double, double, double, double)"/>.</summary>
internal sealed class AdafactorRule(Schedule learningRate, double decay, double smallest, double clip, double weightDecay)
    : TensorRule(learningRate, ["rows", "columns"])
{
    protected override long[] SlotShape(int slot, Tensor parameter)
    {
        var shape = parameter.shape;
        return (slot, shape.Length) switch
        {
            (0, < 2) => shape,
            (_, < 2) => [0],
            (0, _) => shape[..^1],
            _ => [.. shape[..^2], shape[^1]],
        };
    }

    protected override Tensor Next(long step, double rate, Tensor parameter, Tensor gradient, Tensor[] slots)
    {
        var squares = gradient.square();
        var share = Math.Pow(step + 1, -decay);
        var meanSquares = parameter.dim() < 2 ? Average(slots, 0, squares, share) : Factored(slots, squares, share);

        var eps = EpsOf(parameter);
        var direction = gradient / meanSquares.clamp(eps * eps).sqrt();
        var cut = (RootMeanSquare(direction) / clip).clamp(1);
        var size = RootMeanSquare(parameter).clamp(smallest);
        var shrinking = Math.Min(rate, 1 / Math.Sqrt(step + 1));
        return (parameter * (1 - (rate * weightDecay))) - (direction * (size * shrinking / cut));
    }

    private static Tensor Factored(Tensor[] slots, Tensor squares, double share)
    {
        var rows = Average(slots, 0, squares.mean([-1]), share);
        var columns = Average(slots, 1, squares.mean([-2]), share);
        var mean = rows.mean([-1], keepdim: true).clamp(EpsOf(squares));
        return (rows / mean).unsqueeze(-1) * columns.unsqueeze(-2);
    }

    private static Tensor Average(Tensor[] slots, int slot, Tensor latest, double share) =>
        slots[slot] = slots[slot] + ((latest - slots[slot]) * share);

    private static Tensor RootMeanSquare(Tensor tensor) => tensor.square().mean().sqrt();

    private static double EpsOf(Tensor tensor) =>
        tensor.dtype == ScalarType.Float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1;
}
