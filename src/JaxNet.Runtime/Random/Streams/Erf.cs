namespace JaxNet.Streams;

/// <summary>
/// The error function in single precision: XLA's rational approximation, x·P(x²)/Q(x²), with products and sums fused.
/// </summary>
internal static class Erf
{
    // From here on the nearest float to erf(x) is 1.
    private const float OneFrom = 3.832506856900711f;

    public static float Of(float x)
    {
        if (MathF.Abs(x) >= OneFrom) return MathF.CopySign(1, x);
        var s = x * x;

        var p = 0.00022905065861350646f;
        p = MathF.FusedMultiplyAdd(p, s, 0.0034082910107109506f);
        p = MathF.FusedMultiplyAdd(p, s, 0.050955695062380861f);
        p = MathF.FusedMultiplyAdd(p, s, 0.18520832239976145f);
        p = MathF.FusedMultiplyAdd(p, s, 1.128379143519084f);

        var q = -1.1791602954361697e-7f;
        q = MathF.FusedMultiplyAdd(q, s, 0.000023547966471313185f);
        q = MathF.FusedMultiplyAdd(q, s, 0.0010179625278914885f);
        q = MathF.FusedMultiplyAdd(q, s, 0.014070470171167667f);
        q = MathF.FusedMultiplyAdd(q, s, 0.11098505178285362f);
        q = MathF.FusedMultiplyAdd(q, s, 0.49746925110067538f);
        q = MathF.FusedMultiplyAdd(q, s, 1);

        return x * p / q;
    }
}
