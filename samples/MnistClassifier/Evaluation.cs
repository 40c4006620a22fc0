using JaxNet.Samples.Datasets;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>How well a network tells images apart.</summary>
public static class Evaluation
{
    /// <summary>The class that a network finds most likely, for each of the images.</summary>
    /// <param name="batches">The images.</param>
    /// <param name="network">From images to a row of likelihoods each, of whatever scale.</param>
    public static IReadOnlyList<int> Classify(Batches batches, Func<Tensor, Tensor> network)
    {
        var classes = new List<int>();
        foreach (var (inputs, _) in batches.InOrder())
            classes.AddRange(network(inputs).argmax(1).cpu().data<long>().Select(index => (int)index));
        return classes;
    }

    /// <summary>The share of the images whose class was found, from 0 to 1.</summary>
    public static double Accuracy(IReadOnlyList<int> classes, LabeledImages images)
    {
        var right = 0;
        for (var i = 0; i < classes.Count; i++)
            if (classes[i] == images.Labels[i]) right++;
        return (double)right / classes.Count;
    }
}
