namespace JaxNet.Samples.MnistClassifier;

/// <summary>Which network learns.</summary>
public enum ModelKind
{
    /// <summary>JAXnet's own: 784-1024-1024-10.</summary>
    Dense,

    /// <summary>A small convolutional one.</summary>
    Conv,

    /// <summary>A small residual one, with batch normalization.</summary>
    Residual,

    /// <summary>A recurrent one, which reads row by row.</summary>
    Recurrent,

    /// <summary>A small Transformer over the rows.</summary>
    Transformer,
}
