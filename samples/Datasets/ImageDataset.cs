namespace JaxNet.Samples.Datasets;

/// <summary>A dataset, ready for use.</summary>
/// <param name="Title">Its name, for people.</param>
/// <param name="ClassNames">What its classes are called.</param>
/// <param name="Train">What to learn from.</param>
/// <param name="Test">What to be judged by.</param>
/// <param name="IsSubset">Whether it is only the small part that comes with the program.</param>
/// <param name="Origin">Where it was read from.</param>
public sealed record ImageDataset(
    string Title, IReadOnlyList<string> ClassNames, LabeledImages Train, LabeledImages Test, bool IsSubset, string Origin);
