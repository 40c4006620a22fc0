using JaxNet.Samples.Datasets;
using JaxNet.Samples.MnistVae.Networks;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistVae;

/// <summary>The training itself.</summary>
public static class Training
{
    private const int EvaluationBatchSize = 500;

    /// <summary>Trains the network, and has it draw.</summary>
    public static Drawings Run(Options options, LabeledImages train, LabeledImages test, TrainingLog log)
    {
        var loss = Vae.Loss();
        var (initKey, trainKey, testKey) = Three(new Key(options.Seed));
        var batches = new Batches(train, options.BatchSize, ImageLayout.Flat, options.Device);
        var testBatches = new Batches(test, EvaluationBatchSize, ImageLayout.Flat, options.Device);

        var optimizer = Optimizers.Adam(options.LearningRate);
        var state = optimizer.Init(loss.Init(initKey, batches.InOrder().First().Inputs));
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using var progress = log.Begin(batches.Count);
            foreach (var (images, _) in batches.Shuffled(options.Seed, epoch))
            {
                var (binaryKey, lossKey) = trainKey.FoldIn((uint)optimizer.GetStep(state)).Split();
                (state, var value) = optimizer.UpdateAndGetLoss(loss, state, binaryKey.Bernoulli(images).@float(), lossKey);
                progress.Step(value.item<float>());
            }

            log.End(progress, TestElbo(optimizer.GetParameters(state)));
        }

        return Drawings.Of(optimizer.GetParameters(state), test, testKey.On(options.Device));

        // The same images and the same noise after each epoch, so that what changes is the network.
        double TestElbo(Vae.LossParams parameters)
        {
            var sum = 0.0;
            var index = 0;
            foreach (var (images, _) in testBatches.InOrder())
            {
                var (binaryKey, lossKey) = testKey.FoldIn(index++).Split();
                sum -= loss.Apply(parameters, binaryKey.Bernoulli(images).@float(), lossKey).item<float>() * images.shape[0];
            }

            return sum / test.Count;
        }
    }

    private static (Key, Key, Key) Three(Key key)
    {
        var keys = key.Split(3);
        return (keys[0], keys[1], keys[2]);
    }
}
