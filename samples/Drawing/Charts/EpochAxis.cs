namespace JaxNet.Samples.Drawing.Charts;

/// <summary>The horizontal axis of what changes with the epochs.</summary>
public static class EpochAxis
{
    /// <summary>From 0 to that many epochs, with ticks at whole ones.</summary>
    public static Scale Of(int epochs)
    {
        var step = Math.Max(1, Ticks.Step(0, epochs, 10));
        return new Scale(0, epochs, [.. Ticks.Between(0, epochs, 10).Where(tick => tick % step == 0)], value => Label.Fixed(value, 0));
    }
}
