using System.Diagnostics;
using JaxNet.Benchmarks.Measuring;

namespace JaxNet.Benchmarks.Tests;

/// <summary>Which turns count where others have the cores now and then.</summary>
public sealed class QuietTurnsTests
{
    [Theory]
    [InlineData(new[] { 0.0, 0, 0 }, new[] { 0, 1 })]
    [InlineData(new[] { 0.5, 0, 0.3, 0.01, 0 }, new[] { 1, 3 })]
    [InlineData(new[] { 0.5, 0.4, 0.6, 0.2, 0.3, 0.5, 0.1, 0.9, 0.8, 0.7, 0 }, new[] { 3, 6 })]
    public void TheQuietestCountAndNoneIsTakenOnceEnoughWereQuiet(double[] stolen, int[] expected)
    {
        var (now, taken) = (new CoreTime(), 0);
        var turns = new QuietTurns(() => now).Take(2, () =>
        {
            now = new CoreTime(now.All + 50, now.Stolen + (50 * stolen[taken]));
            return taken++;
        });

        Assert.Equal(expected, turns.Select(turn => turn.Value));
        Assert.Equal(expected.Select(place => stolen[place]), turns.Select(turn => turn.Stolen), (left, right) => Math.Abs(left - right) < 1e-9);
    }

    [Fact]
    public void WhereNothingIsKnownEachTurnCounts()
    {
        var taken = 0;
        Assert.Equal([0, 1, 2], new QuietTurns(() => default).Take(3, () => taken++).Select(turn => turn.Value));
    }

    /// <summary>The numbers are all cores', and guests' time doesn't count twice.</summary>
    [Fact]
    public void TimePassesOnAllCores()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (begin, clock) = (CoreTime.Now(), Stopwatch.StartNew());
        Thread.Sleep(500);
        var hundredths = (CoreTime.Now().All - begin.All) / Environment.ProcessorCount;

        Assert.InRange(hundredths / (100 * clock.Elapsed.TotalSeconds), 0.5, 1.5);
    }
}
