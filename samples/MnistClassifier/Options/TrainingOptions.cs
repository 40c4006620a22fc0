using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>What the command line says.</summary>
/// <param name="Model">Which network.</param>
/// <param name="Dataset">Which data.</param>
/// <param name="Epochs">How often it sees all of the training images.</param>
/// <param name="Optimizer">How it learns.</param>
/// <param name="LearningRate">How fast.</param>
/// <param name="Schedule">How that changes.</param>
/// <param name="ClipNorm">How long the gradient is at most; null for no limit.</param>
/// <param name="BatchSize">How many images make a step.</param>
/// <param name="Seed">Decides about the initial weights and the order of the images: the same seed gives the same run.</param>
/// <param name="Device">Where the network computes.</param>
/// <param name="DataFolder">Where the user has the data, or wants it kept; null for the cache.</param>
/// <param name="Output">The picture to write.</param>
/// <param name="LogFolder">Where to write metrics for TensorBoard; null for nowhere.</param>
public sealed record TrainingOptions(
    ModelKind Model,
    DatasetKind Dataset,
    int Epochs,
    OptimizerKind Optimizer,
    double LearningRate,
    ScheduleKind Schedule,
    double? ClipNorm,
    int BatchSize,
    int Seed,
    Device Device,
    string? DataFolder,
    string Output,
    string? LogFolder = null)
{
    /// <summary>What the learning rate is if nobody says.</summary>
    public static double DefaultLearningRate(ModelKind model, OptimizerKind optimizer) => (optimizer, model) switch
    {
        // The loss is a mean over the ten classes too, so a plain step is a tenth of what one may be used to.
        (OptimizerKind.Sgd, _) => 1,
        (OptimizerKind.Momentum or OptimizerKind.Nesterov or OptimizerKind.Sm3, _) => 0.1,
        (OptimizerKind.Adagrad or OptimizerKind.Adafactor or OptimizerKind.Lamb, _) => 0.01,
        (OptimizerKind.Adamax or OptimizerKind.NAdam, _) => 0.002,
        (OptimizerKind.Lion or OptimizerKind.RmsPropMomentum, _) => 0.0002,
        // It has an eighth of the other's parameters, and drops a quarter of its features: with 0.001, five epochs are too short for it.
        (OptimizerKind.Adam, ModelKind.Conv) => 0.002,
        (_, ModelKind.Residual or ModelKind.Recurrent or ModelKind.Transformer) => 0.003,
        _ => 0.001,
    };
}
