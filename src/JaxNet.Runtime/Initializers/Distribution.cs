namespace JaxNet;

/// <summary>What variance scaling draws from. The mean is zero, and the variance the same, with each.</summary>
public enum Distribution
{
    /// <summary>Normal, truncated at two standard deviations and scaled back to the variance.</summary>
    TruncatedNormal,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Uniform on an interval around zero.</summary>
    Uniform,
}
