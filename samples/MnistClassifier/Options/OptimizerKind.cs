namespace JaxNet.Samples.MnistClassifier;

/// <summary>How it is learned.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent.</summary>
    Sgd,

    /// <summary>With momentum.</summary>
    Momentum,

    /// <summary>Adam.</summary>
    Adam,
}
