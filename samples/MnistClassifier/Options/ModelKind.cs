namespace JaxNet.Samples.MnistClassifier;

/// <summary>Which network learns.</summary>
public enum ModelKind
{
    /// <summary>JAXnet's own: 784-1024-1024-10.</summary>
    Dense,

    /// <summary>A small convolutional one.</summary>
    Conv,
}
