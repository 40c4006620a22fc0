using JaxNet.Samples.Datasets;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>Trains a network, and says what it sees in the test images.</summary>
/// <param name="options">What the command line says.</param>
/// <param name="data">What to learn from, and what to be judged by.</param>
/// <param name="log">Is told of each step and each epoch.</param>
/// <returns>The class of each of the test images.</returns>
public delegate IReadOnlyList<int> Trainer(TrainingOptions options, ImageDataset data, TrainingLog log);
