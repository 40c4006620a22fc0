using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

// Kernels made from others, for Reparametrized: their last axis is that of the outputs.
public static partial class Layers
{
    /// <summary>
    /// A kernel as directions and lengths, each output's of its own: Salimans and Kingma, "Weight Normalization" (2016). For <c>Reparametrized</c>,
    /// <c>Reparametrized(Dense(3), () => new Layers.WeightNormModule(), on: Mask.Path("kernel"))</c>, which starts as the same network.
    /// </summary>
    /// <param name="direction">The kernel, of shape [..., outputs]; only the direction of each output's part counts.</param>
    /// <returns>The kernel with the lengths of the parameter <c>scale</c>, of shape [1, ..., 1, outputs], which starts with those of <paramref name="direction"/>.</returns>
    /// <exception cref="ArgumentException">The kernel is a single number.</exception>
    [Parametrized]
    public static partial Tensor WeightNorm(Tensor direction)
    {
        CheckKernel(nameof(WeightNorm), direction);
        var axes = Enumerable.Range(0, (int)direction.dim() - 1).Select(axis => (long)axis).ToArray();
        var wide = direction.Widened();
        var length = wide.Squared().sum(axes, keepdim: true).sqrt();
        var scale = Parameter(_ => length.InTypeOf(direction).clone(), "scale");
        return (wide * (scale / length)).InTypeOf(direction);
    }

    /// <summary>
    /// A kernel divided by its largest singular value, so that the layer stretches nothing: Miyato and others, "Spectral Normalization for Generative
    /// Adversarial Networks" (2018). For <c>Reparametrized</c>: <c>Reparametrized(net, () => SpectralNorm(), on: Mask.Path("**.kernel"))</c>.
    /// </summary>
    /// <param name="kernel">Shape [..., outputs]; taken as a matrix of shape [all else, outputs].</param>
    /// <param name="steps">How many steps of power iteration each application in training takes, from where the last one ended.</param>
    /// <param name="epsilon">The least length that vectors are divided by.</param>
    /// <returns>The kernel, divided by the estimate of its largest singular value.</returns>
    /// <remarks>
    /// The two singular vectors are running state, <c>left</c> of shape [all else] and <c>right</c> of shape [outputs], float32 for a kernel of 16 bits. There is no gradient through the iteration,
    /// as in PyTorch. It starts from fixed random numbers, so that the estimate is good after some applications, not at once.
    /// </remarks>
    /// <exception cref="ArgumentException">The kernel is a single number.</exception>
    [Parametrized]
    public static partial Tensor SpectralNorm(Tensor kernel, int steps = 1, double epsilon = 1e-12)
    {
        CheckKernel(nameof(SpectralNorm), kernel);
        var wide = kernel.Widened();
        var matrix = wide.reshape(Shapes.Count(kernel.shape[..^1]), kernel.size(-1));
        var left = State(Unit(new Key(0).Normal([matrix.size(0)]).type_as(wide), epsilon), "left");
        var right = State(Unit(new Key(1).Normal([matrix.size(1)]).type_as(wide), epsilon), "right");
        if (CurrentMode == Mode.Train)
        {
            var constant = matrix.detach();
            for (var step = 0; step < steps; step++)
            {
                right.Value = Unit(constant.t().mv(left.Value.InTypeOf(wide)), epsilon);
                left.Value = Unit(constant.mv(right.Value), epsilon);
            }
        }

        return (wide / left.Value.InTypeOf(wide).dot(matrix.mv(right.Value.InTypeOf(wide)))).InTypeOf(kernel);
    }

    private static void CheckKernel(string name, Tensor kernel)
    {
        if (kernel.dim() == 0)
            throw new ArgumentException($"{name} takes a kernel of shape [..., outputs], but got a single number, of shape [].");
    }

    private static Tensor Unit(Tensor vector, double epsilon) => vector / vector.Squared().sum().sqrt().clamp_min(epsilon);
}
