using JaxNet.Samples.Datasets;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>A network as the training sees it.</summary>
/// <typeparam name="TLoss">The type of the loss's parameters.</typeparam>
/// <param name="Loss">What is trained: from images and one-hot targets to one number.</param>
/// <param name="Layout">How it wants its images.</param>
/// <param name="Predict">The logarithms of the classes' probabilities, in evaluation, by the loss's parameters and running state.</param>
internal sealed record Network<TLoss>(Module<TLoss, (Tensor, Tensor), Tensor> Loss, ImageLayout Layout, Func<TLoss, RunningState, Tensor, Tensor> Predict);
