using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr;

/// <summary>What the command line says.</summary>
/// <param name="Epochs">How often the networks see all of the training sequences.</param>
/// <param name="LearningRate">How fast they learn.</param>
/// <param name="BatchSize">How many sequences make a step.</param>
/// <param name="Seed">Decides about all that is random: the same seed gives the same run.</param>
/// <param name="Device">Where the networks compute.</param>
/// <param name="Letters">The Stanford OCR file, if the user has it; null for dates of MNIST's digits.</param>
/// <param name="DataFolder">Where the user has MNIST, or wants it kept; null for the cache.</param>
/// <param name="Output">The picture to write.</param>
/// <param name="LogFolder">Where to write metrics for TensorBoard; null for nowhere.</param>
public sealed record Options(int Epochs, double LearningRate, int BatchSize, int Seed, Device Device, string? Letters, string? DataFolder, string Output, string? LogFolder = null);
