namespace JaxNet.Samples.MnistClassifier;

/// <summary>How the learning rate changes.</summary>
public enum ScheduleKind
{
    /// <summary>It falls to zero along half a cosine.</summary>
    Cosine,

    /// <summary>It stays.</summary>
    Constant,

    /// <summary>It falls by the same factor each step, to a hundredth in all.</summary>
    Exponential,

    /// <summary>It rises for a tenth of the steps, and falls along half a cosine.</summary>
    WarmUp,

    /// <summary>It rises to its peak and falls to almost nothing (Smith and Topin, 2018).</summary>
    OneCycle,
}
