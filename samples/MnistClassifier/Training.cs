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
        ModelKind.Dense => Run(DenseNetwork.Loss(), DenseNetwork.Predict(), ImageLayout.Flat, options, data, log),
        ModelKind.Conv => Run(ConvNetwork.Loss(), ConvNetwork.Predict(), ImageLayout.HeightWidthChannel, options, data, log),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Model, "There is no such network."),
    };

    private static IReadOnlyList<int> Run<TLoss, TPredict>(
        Module<TLoss, (Tensor, Tensor), Tensor> loss,
        Module<TPredict, Tensor, Tensor> predict,
        ImageLayout layout,
        TrainingOptions options,
        ImageDataset data,
        TrainingLog log)
    {
        var batches = new Batches(data.Train, options.BatchSize, layout);
        var (initKey, trainKey) = new Key(options.Seed).Split();

        var optimizer = Create(options.Optimizer, Falling(options.LearningRate, (long)options.Epochs * batches.Count));
        var state = optimizer.Init(loss.Init(initKey, batches.InOrder().First()));
        IReadOnlyList<int> classes = [];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using var progress = log.Begin(batches.Count);
            foreach (var batch in batches.Shuffled(options.Seed, epoch))
            {
                var key = trainKey.FoldIn((uint)optimizer.GetStep(state));
                (state, var value) = optimizer.UpdateAndGetLoss(loss, state, batch, key);
                progress.Step(value.item<float>());
            }

            var parameters = optimizer.GetParameters(state);
            classes = Classify(data.Test);
            log.End(progress, Evaluation.Accuracy(Classify(data.Train), data.Train), Evaluation.Accuracy(classes, data.Test));

            IReadOnlyList<int> Classify(LabeledImages images) => Evaluation.Classify(
                new Batches(images, EvaluationBatchSize, layout),
                inputs => predict.ApplyFrom((loss, parameters!), inputs, mode: Mode.Eval));
        }

        return classes;
    }

    /// <summary>From the given rate to zero, along half a cosine (Loshchilov and Hutter 2017): large steps first, fine ones at the end.</summary>
    private static Schedule Falling(double learningRate, long steps) =>
        step => learningRate * 0.5 * (1 + Math.Cos(Math.PI * step / steps));

    private static Optimizer Create(OptimizerKind kind, Schedule learningRate) => kind switch
    {
        OptimizerKind.Sgd => Optimizers.Sgd(learningRate),
        OptimizerKind.Momentum => Optimizers.Momentum(learningRate),
        OptimizerKind.Adam => Optimizers.Adam(learningRate),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such optimizer."),
    };
}
