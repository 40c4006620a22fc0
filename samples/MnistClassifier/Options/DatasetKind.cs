namespace JaxNet.Samples.MnistClassifier;

/// <summary>What is learned.</summary>
public enum DatasetKind
{
    /// <summary>Handwritten digits.</summary>
    Mnist,

    /// <summary>Pieces of clothing.</summary>
    Fashion,
}
