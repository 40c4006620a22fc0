namespace JaxNet;

/// <summary>Which of a kernel's two sizes variance scaling divides the variance by.</summary>
public enum Fan
{
    /// <summary>The number of inputs of each output: keeps the size of activations.</summary>
    In,

    /// <summary>The number of outputs of each input: keeps the size of gradients.</summary>
    Out,

    /// <summary>The arithmetic mean of the two.</summary>
    Average,

    /// <summary>The geometric mean of the two.</summary>
    GeometricAverage,
}
