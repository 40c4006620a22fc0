using JaxNet.Samples.Datasets;
using JaxNet.Samples.MnistVae.Networks;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistVae;

/// <summary>What a trained network draws. Grey images of 28 by 28, one after the other.</summary>
/// <param name="Samples">Images of latents that were drawn at random.</param>
/// <param name="Originals">Images of the test set, black and white as the network gets them.</param>
/// <param name="Reconstructions">What it makes of them.</param>
public sealed record Drawings(IReadOnlyList<byte[]> Samples, IReadOnlyList<byte[]> Originals, IReadOnlyList<byte[]> Reconstructions)
{
    /// <summary>How many samples there are.</summary>
    public const int SampleCount = 100;

    /// <summary>How many reconstructions there are at most.</summary>
    public const int ReconstructionCount = 20;

    /// <summary>Has the network draw.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="test">The test set.</param>
    /// <param name="key">Decides about what is random. Its device is the parameters'.</param>
    public static Drawings Of(Vae.LossParams parameters, LabeledImages test, Key key)
    {
        var (latentKey, binaryKey) = key.Split();
        var (inputs, _) = ImageTensors.Of(test.Take(Math.Min(test.Count, ReconstructionCount)), ImageLayout.Flat, key.Device);
        var originals = binaryKey.Bernoulli(inputs).@float();
        var trained = (Vae.Loss(), parameters);
        return new Drawings(
            Pixels(Vae.Generate().ApplyFrom(trained, latentKey.Normal([SampleCount, Vae.Latents]))),
            Pixels(originals),
            Pixels(Vae.Reconstruct().ApplyFrom(trained, originals)));
    }

    private static IReadOnlyList<byte[]> Pixels(Tensor images) =>
        [.. images.cpu().data<float>().Select(pixel => (byte)Math.Round(255 * pixel)).Chunk((int)images.shape[1])];
}
