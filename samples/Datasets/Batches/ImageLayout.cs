namespace JaxNet.Samples.Datasets;

/// <summary>How images lie in a tensor.</summary>
public enum ImageLayout
{
    /// <summary>[count, height * width], for dense networks.</summary>
    Flat,

    /// <summary>[count, height, width, 1], for convolutions.</summary>
    HeightWidthChannel,
}
