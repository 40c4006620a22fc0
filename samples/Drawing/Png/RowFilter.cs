namespace JaxNet.Samples.Drawing.Png;

/// <summary>PNG's row filters: each writes a row as differences, which compress better.</summary>
internal static class RowFilter
{
    private const int BytesPerPixel = 3;
    private const int Kinds = 5;

    /// <summary>The row with the filter that leaves the smallest numbers, after the number of that filter.</summary>
    public static byte[] Best(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var best = Apply(0, row, above);
        for (byte kind = 1; kind < Kinds; kind++)
        {
            var candidate = Apply(kind, row, above);
            if (Cost(candidate) < Cost(best)) best = candidate;
        }

        return best;
    }

    private static byte[] Apply(byte kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var filtered = new byte[1 + row.Length];
        filtered[0] = kind;
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < BytesPerPixel ? 0 : row[i - BytesPerPixel];
            var aboveLeft = i < BytesPerPixel ? 0 : above[i - BytesPerPixel];
            filtered[1 + i] = (byte)(row[i] - Predict(kind, left, above[i], aboveLeft));
        }

        return filtered;
    }

    private static int Predict(byte kind, int left, int above, int aboveLeft) => kind switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        _ => Paeth(left, above, aboveLeft),
    };

    private static int Paeth(int left, int above, int aboveLeft)
    {
        var estimate = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - aboveLeft));
        if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
        return toAbove <= toAboveLeft ? above : aboveLeft;
    }

    private static long Cost(byte[] filtered)
    {
        long cost = 0;
        for (var i = 1; i < filtered.Length; i++) cost += Math.Abs((int)(sbyte)filtered[i]);
        return cost;
    }
}
