using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// The layers. Those with parameters are templates; those without are plain methods of one tensor, so that both can be
/// passed to <c>Sequential</c>.
/// </summary>
public static partial class Layers
{
    /// <summary>The input itself.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns><paramref name="x"/>.</returns>
    public static Tensor Identity(Tensor x) => x;

    /// <summary>max(x, 0).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Relu(Tensor x) => x.relu();

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape, between -1 and 1.</returns>
    public static Tensor Tanh(Tensor x) => x.tanh();

    /// <summary>1 / (1 + exp(-x)).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape, between 0 and 1.</returns>
    public static Tensor Sigmoid(Tensor x) => x.sigmoid();

    /// <summary>The exponential function.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Exp(Tensor x) => x.exp();

    /// <summary>log(1 + exp(x)), a smooth <see cref="Relu"/>.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Softplus(Tensor x) => nn.functional.softplus(x);

    /// <summary>x where it is positive, 0.01 x elsewhere.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor LeakyRelu(Tensor x) => x.LeakyRectified(0.01);

    /// <summary>x where it is positive, exp(x) - 1 elsewhere (Clevert, Unterthiner and Hochreiter 2016).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Elu(Tensor x) => x.ExponentialLinear();

    /// <summary>The self-normalizing variant of <see cref="Elu"/> (Klambauer, Unterthiner, Mayr and Hochreiter 2017).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Selu(Tensor x) => x.selu();

    /// <summary>x times the standard normal distribution function of x (Hendrycks and Gimpel 2016), exactly, by the error function.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Gelu(Tensor x) => x.gelu();

    /// <summary>x times <see cref="Sigmoid"/>(x), also called SiLU (Ramachandran, Zoph and Le 2017).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Swish(Tensor x) => x.silu();

    /// <summary>Another name of <see cref="Swish"/>, by which jax.nn and PyTorch know it too.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Silu(Tensor x) => x.silu();

    /// <summary>x tanh(softplus(x)) (Misra 2019).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Mish(Tensor x) => x * Softplus(x).tanh();

    /// <summary>The logarithm of <see cref="Sigmoid"/>, computed without overflow.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape, below 0.</returns>
    public static Tensor LogSigmoid(Tensor x) => -Softplus(-x);

    /// <summary>x / (1 + |x|).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape, between -1 and 1.</returns>
    public static Tensor SoftSign(Tensor x) => x / x.abs().Plus(1);

    /// <summary>x, but at least 0 and at most 6.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Relu6(Tensor x) => x.Clamped(0, 6);

    /// <summary>x, but at least -1 and at most 1.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor HardTanh(Tensor x) => x.Clamped(-1, 1);

    /// <summary>(x + 3) / 6, but at least 0 and at most 1: a <see cref="Sigmoid"/> of straight lines.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor HardSigmoid(Tensor x) => Relu6(x.Plus(3)).Over(6);

    /// <summary>x times <see cref="HardSigmoid"/>(x) (Howard and others 2019).</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor HardSwish(Tensor x) => x * HardSigmoid(x);

    /// <summary>The first half of the last axis times the <see cref="Sigmoid"/> of the second (Dauphin, Fan, Auli and Grangier 2017).</summary>
    /// <param name="x">Shape [..., 2 n].</param>
    /// <returns>Shape [..., n].</returns>
    public static Tensor Glu(Tensor x) => nn.functional.glu(x, -1);

    /// <summary>Exponentials that add up to 1 along the last axis.</summary>
    /// <param name="x">Shape [..., n].</param>
    /// <returns>The same shape.</returns>
    public static Tensor Softmax(Tensor x) => x.softmax(-1);

    /// <summary>The logarithm of <see cref="Softmax"/>, computed without overflow.</summary>
    /// <param name="x">Shape [..., n].</param>
    /// <returns>The same shape; the exponentials along the last axis add up to 1.</returns>
    public static Tensor LogSoftmax(Tensor x) => x.log_softmax(-1);

    /// <summary>All axes but the first as one.</summary>
    /// <param name="x">Shape [n, ...].</param>
    /// <returns>Shape [n, the product of the other dimensions].</returns>
    /// <exception cref="ArgumentException">The input is a single number.</exception>
    public static Tensor Flatten(Tensor x)
    {
        // Not flatten, for which libtorch's vmap has no rule: see Batched.
        return x.shape is [var n, .. var others]
            ? x.reshape(n, Shapes.Count(others))
            : throw new ArgumentException("Flatten takes inputs of shape [n, ...], but got a single number, of shape [].");
    }
}
