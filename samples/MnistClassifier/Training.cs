using JaxNet.Samples.Datasets;
using JaxNet.Samples.MnistClassifier.Networks;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The training itself.</summary>
public static class Training
{
    // Few enough that an evaluation takes no more memory than a step of the training, which keeps what it needs for its gradients.
    private const int EvaluationBatchSize = 250;

    /// <summary>Trains the network that the options name.</summary>
    public static IReadOnlyList<int> Run(TrainingOptions options, ImageDataset data, TrainingLog log) => options.Model switch
    {
        ModelKind.Dense => Run<DenseNetwork.LossParams>(
            new(DenseNetwork.Loss(), ImageLayout.Flat, (p, _, images) => DenseNetwork.Predict().Apply(p.Predict, images, mode: Mode.Eval)), options, data, log),
        ModelKind.Conv => Run<ConvNetwork.LossParams>(
            new(ConvNetwork.Loss(), ImageLayout.HeightWidthChannel, (p, _, images) => ConvNetwork.Predict().Apply(p.Predict, images, mode: Mode.Eval)), options, data, log),
        ModelKind.Residual => Run<ResidualNetwork.LossParams>(
            new(
                ResidualNetwork.Loss(),
                ImageLayout.HeightWidthChannel,
                (p, state, images) => ResidualNetwork.Predict().Apply(p.Predict, new ResidualNetwork.LossState(state).Predict, images, mode: Mode.Eval).Output),
            options, data, log),
        ModelKind.Recurrent => Run<RecurrentNetwork.LossParams>(
            new(RecurrentNetwork.Loss(), ImageLayout.HeightWidthChannel, (p, _, images) => RecurrentNetwork.Predict().Apply(p.Predict, images, mode: Mode.Eval)), options, data, log),
        ModelKind.Transformer => Run<TransformerNetwork.LossParams>(
            new(TransformerNetwork.Loss(), ImageLayout.HeightWidthChannel, (p, _, images) => TransformerNetwork.Predict().Apply(p.Predict, images, mode: Mode.Eval)), options, data, log),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Model, "There is no such network."),
    };

    private static IReadOnlyList<int> Run<TLoss>(Network<TLoss> network, TrainingOptions options, ImageDataset data, TrainingLog log)
    {
        var batches = new Batches(data.Train, options.BatchSize, network.Layout);
        var (initKey, trainKey) = new Key(options.Seed).Split();

        var optimizer = OptimizerChoice.Create(options, (long)options.Epochs * batches.Count);
        var (parameters, running) = network.Loss.InitWithState(initKey, batches.InOrder().First());
        var state = optimizer.Init(parameters);
        IReadOnlyList<int> classes = [];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using var progress = log.Begin(batches.Count);
            foreach (var batch in batches.Shuffled(options.Seed, epoch))
            {
                var key = trainKey.FoldIn((uint)optimizer.GetStep(state));
                (state, running, var value) = optimizer.UpdateAndGetLoss(network.Loss, state, running, batch, key);
                progress.Step(value.item<float>());
            }

            parameters = optimizer.GetParameters(state);
            classes = Classify(data.Test);
            log.End(progress, Evaluation.Accuracy(Classify(data.Train), data.Train), Evaluation.Accuracy(classes, data.Test));
        }

        return classes;

        IReadOnlyList<int> Classify(LabeledImages images) => Evaluation.Classify(
            new Batches(images, EvaluationBatchSize, network.Layout), inputs => network.Predict(parameters, running, inputs));
    }
}
