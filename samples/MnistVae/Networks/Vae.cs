using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistVae.Networks;

/// <summary>JAXnet's own variational autoencoder for black and white digits (Kingma and Welling 2013).</summary>
public static partial class Vae
{
    /// <summary>How many numbers describe an image.</summary>
    public const int Latents = 10;

    /// <summary>What the latents of images may be: normal, and independent of each other.</summary>
    /// <param name="images">Shape [n, 784].</param>
    /// <returns>Their means and variances, each of shape [n, <see cref="Latents"/>].</returns>
    [Parametrized]
    public static partial (Tensor Mean, Tensor Variance) Encode(Tensor images)
    {
        var hidden = Sequential(images, Dense(512), Relu, Dense(512), Relu);
        var mean = Dense(hidden, Latents);
        var variance = Sequential(hidden, Dense(Latents), Softplus);
        return (mean, variance);
    }

    /// <summary>The images that latents stand for.</summary>
    /// <param name="latents">Shape [n, <see cref="Latents"/>].</param>
    /// <returns>The logit of each pixel being white, shape [n, 784].</returns>
    [Parametrized]
    public static partial Tensor Decode(Tensor latents) => Sequential(latents,
        Dense(512), Relu,
        Dense(512), Relu,
        Dense(28 * 28));

    /// <summary>The negative evidence lower bound: with one sample of the latents, what it takes at most to tell an image, on average.</summary>
    /// <param name="images">Pixels that are 0 or 1, shape [n, 784].</param>
    /// <returns>One number, in nats.</returns>
    [Parametrized]
    public static partial Tensor Loss(Tensor images)
    {
        var (mean, variance) = Encode(images);
        var latents = mean + sqrt(variance) * RandomKey().Normal(mean.shape);
        return (Surprise(Decode(latents), images) + Divergence(mean, variance)) / images.shape[0];
    }

    /// <summary>What the network makes of images: encoded and decoded again, without noise.</summary>
    /// <param name="images">Shape [n, 784].</param>
    /// <returns>How likely each pixel is white, shape [n, 784].</returns>
    [Parametrized]
    public static partial Tensor Reconstruct(Tensor images) => Decode(Encode(images).Mean).sigmoid();

    /// <summary>Images that the network has never seen.</summary>
    /// <param name="latents">Standard normal numbers, shape [n, <see cref="Latents"/>].</param>
    /// <returns>How likely each pixel is white, shape [n, 784].</returns>
    [Parametrized]
    public static partial Tensor Generate(Tensor latents) => Decode(latents).sigmoid();

    // -log p(images | logits) of independent pixels, summed over all of them: log(1 + e^logit) - image logit.
    private static Tensor Surprise(Tensor logits, Tensor images) => (Softplus(logits) - images * logits).sum();

    // The Kullback-Leibler divergence from the standard normal distribution.
    private static Tensor Divergence(Tensor mean, Tensor variance) => -0.5 * (1 + log(variance) - mean * mean - variance).sum();
}
