namespace JaxNet.Streams;

/// <summary>
/// The logarithm of the gamma function in single precision, by Lanczos, "A precision approximation of the gamma function"
/// (1964), with g = 7 and nine coefficients, step by step as XLA computes it: what is rejected depends on its last digits.
/// </summary>
internal static class LogGammaFunction
{
    private const float Shift = 7.5f;

    private static ReadOnlySpan<float> Coefficients =>
    [
        676.520368121885098567009190444019f, -1259.13921672240287047156078755283f, 771.3234287776530788486528258894f,
        -176.61502916214059906584551354f, 12.507343278686904814458936853f, -0.13857109526572011689554707f,
        9.984369578019570859563e-6f, 1.50563273514931155834e-7f,
    ];

    /// <summary>For x of 1/2 or more.</summary>
    public static float Of(float x)
    {
        var z = x - 1;
        var sum = 0.99999999999980993227684700473478f;
        for (var i = 0; i < Coefficients.Length; i++) sum += Coefficients[i] / (z + i + 1);

        var t = Shift + z;
        var logT = MathF.Log(Shift) + (float)double.LogP1(z / Shift);
        return MathF.Log(MathF.Sqrt(2 * MathF.PI)) + (z + 0.5f - t / logT) * logT + MathF.Log(sum);
    }
}
