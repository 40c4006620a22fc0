using JaxNet.Samples.Datasets;
using JaxNet.Samples.MnistClassifier.Networks;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The training itself.</summary>
public static class Training
{
    // Few enough that an evaluation takes no more memory than a step of the training, which keeps what it needs for its gradients.
    private const int EvaluationBatchSize = 250;

    /// <summary>Trains the network that the options name.</summary>
    public static IReadOnlyList<int> Run(TrainingOptions options, ImageDataset data, TrainingLog log) => options.Model switch
    {
        ModelKind.Dense => Run(DenseNetwork.Predict(), ImageLayout.Flat, options, data, log),
        ModelKind.Conv => Run(ConvNetwork.Predict(), ImageLayout.HeightWidthChannel, options, data, log),
        ModelKind.Residual => Run(ResidualNetwork.Predict(), ImageLayout.HeightWidthChannel, options, data, log),
        ModelKind.Recurrent => Run(RecurrentNetwork.Predict(), ImageLayout.HeightWidthChannel, options, data, log),
        ModelKind.Transformer => Run(TransformerNetwork.Predict(), ImageLayout.HeightWidthChannel, options, data, log),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Model, "There is no such network."),
    };

    private static IReadOnlyList<int> Run<TParams>(
        LayerModule<TParams> network, ImageLayout layout, TrainingOptions options, ImageDataset data, TrainingLog log)
        where TParams : Params
    {
        var loss = Classification.Loss(network);
        var batches = new Batches(data.Train, options.BatchSize, layout, options.Device);
        var (initKey, trainKey) = new Key(options.Seed).Split();

        var optimizer = OptimizerChoice.Create(options, (long)options.Epochs * batches.Count);
        var (parameters, running) = loss.InitWithState(initKey, batches.InOrder().First());
        var state = optimizer.Init(parameters);
        IReadOnlyList<int> classes = [];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using var progress = log.Begin(batches.Count);
            foreach (var batch in batches.Shuffled(options.Seed, epoch))
            {
                var key = trainKey.FoldIn((uint)optimizer.GetStep(state));
                (state, running, var value) = optimizer.UpdateAndGetLoss(loss, state, running, batch, key);
                progress.Step(value.item<float>());
            }

            parameters = optimizer.GetParameters(state);
            classes = Classify(data.Test);
            log.End(progress, Evaluation.Accuracy(Classify(data.Train), data.Train), Evaluation.Accuracy(classes, data.Test));
        }

        return classes;

        IReadOnlyList<int> Classify(LabeledImages images) => Evaluation.Classify(new Batches(images, EvaluationBatchSize, layout, options.Device), Predict);

        // Of the loss's running state the part that the network keeps: most of these networks keep none.
        Tensor Predict(Tensor images) => running.Names.Contains("network")
            ? network.Apply(parameters.Network, running["network"], images, mode: Mode.Eval).Output
            : network.Apply(parameters.Network, images, mode: Mode.Eval);
    }
}
