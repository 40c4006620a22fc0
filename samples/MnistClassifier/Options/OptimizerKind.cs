namespace JaxNet.Samples.MnistClassifier;

/// <summary>How it is learned.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent.</summary>
    Sgd,

    /// <summary>With momentum.</summary>
    Momentum,

    /// <summary>With momentum that looks ahead.</summary>
    Nesterov,

    /// <summary>Adagrad.</summary>
    Adagrad,

    /// <summary>RMSProp.</summary>
    RmsProp,

    /// <summary>RMSProp with momentum.</summary>
    RmsPropMomentum,

    /// <summary>Adam.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay.</summary>
    AdamW,

    /// <summary>Adamax.</summary>
    Adamax,

    /// <summary>Adam that looks ahead.</summary>
    NAdam,

    /// <summary>Rectified Adam.</summary>
    RAdam,

    /// <summary>Lion.</summary>
    Lion,

    /// <summary>Lamb.</summary>
    Lamb,

    /// <summary>Adafactor.</summary>
    Adafactor,

    /// <summary>SM3.</summary>
    Sm3,
}
