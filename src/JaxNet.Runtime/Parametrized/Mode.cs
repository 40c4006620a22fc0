namespace JaxNet;

/// <summary>What a network is applied for: layers such as dropout do nothing in <see cref="Eval"/>.</summary>
public enum Mode
{
    /// <summary>Training: noise is on.</summary>
    Train,

    /// <summary>Evaluation: noise is off.</summary>
    Eval,
}
