using static TorchSharp.torch;

namespace JaxNet.Samples.MnistVae;

/// <summary>What the command line says.</summary>
/// <param name="Epochs">How often the network sees all of the training images.</param>
/// <param name="LearningRate">How fast it learns.</param>
/// <param name="BatchSize">How many images make a step.</param>
/// <param name="Seed">Decides about all that is random: the same seed gives the same run.</param>
/// <param name="Device">Where the network computes.</param>
/// <param name="DataFolder">Where the user has the data, or wants it kept; null for the cache.</param>
/// <param name="Output">The picture to write.</param>
/// <param name="LogFolder">Where to write metrics for TensorBoard; null for nowhere.</param>
public sealed record Options(int Epochs, double LearningRate, int BatchSize, int Seed, Device Device, string? DataFolder, string Output, string? LogFolder = null);
