using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr;

/// <summary>A network that learns to read.</summary>
public abstract class Learner
{
    /// <summary>Learns from a batch; the result is the loss that it had.</summary>
    public abstract float Step((Tensor Inputs, Tensor Targets) batch);

    /// <summary>The class that it finds most likely at each step of each sequence.</summary>
    public abstract byte[] Read(Sequences sequences);

    /// <summary>A network with initial weights.</summary>
    /// <param name="network">Gives the logarithms of the probabilities of each step's classes.</param>
    /// <param name="learningRate">How fast it learns.</param>
    /// <param name="key">Decides about its weights.</param>
    /// <param name="example">A batch, of which only the shapes and the device matter.</param>
    public static Learner Of<TParams>(LayerModule<TParams> network, Schedule learningRate, Key key, (Tensor Inputs, Tensor Targets) example)
        where TParams : Params =>
        new TypedLearner<TParams>(network, learningRate, key, example);

    /// <summary>The share of the steps that were read wrong, from 0 to 1.</summary>
    public static double Error(byte[] read, Sequences sequences)
    {
        var (wrong, count) = (0, 0);
        for (var i = 0; i < read.Length; i++)
        {
            if (sequences.Labels[i] == Sequences.None) continue;
            count++;
            if (read[i] != sequences.Labels[i]) wrong++;
        }

        return (double)wrong / count;
    }
}
