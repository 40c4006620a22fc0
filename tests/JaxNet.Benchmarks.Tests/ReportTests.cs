using JaxNet.Benchmarks.Measuring;
using JaxNet.Benchmarks.Peers;
using JaxNet.Benchmarks.Reporting;
using JaxNet.Benchmarks.Works;

namespace JaxNet.Benchmarks.Tests;

/// <summary>The page that a run writes.</summary>
public sealed class ReportTests
{
    // 1e9 bytes at 10 GB/s and 2e9 operations at 100 GFLOP/s: 100 ms + 20 ms.
    private static readonly Machine SomeMachine = new("A processor", 2, "0 0 0", "JaxNet 1", "PyTorch 1");
    private static readonly Speeds SomeSpeeds = new(GigaFlops: 100, GigaBytes: 10, GigaBytesUncached: 5);

    [Fact]
    public void ARowHasTimesRatioGoalAndLimit()
    {
        var report = SomeReport(jaxNet: 240, pyTorch: 960);

        Assert.Contains("| a work | 240 | 960 | 0.25 | 0.30 | yes | 120 | 2.00 |", report.ToMarkdown());
    }

    [Fact]
    public void TheLimitIsDerivedFromTheBestThatTheMachineHasShown()
    {
        var report = SomeReport(jaxNet: 240, pyTorch: 960);
        report.Add(report.Rows[0], new Speeds(GigaFlops: 50, GigaBytes: 20, GigaBytesUncached: 4));

        // 1e9 bytes at 20 GB/s and 2e9 operations at 100 GFLOP/s: 50 ms + 20 ms.
        Assert.Equal(2, report.ToMarkdown().Split("| a work | 240 | 960 | 0.25 | 0.30 | yes | 70.0 |").Length - 1);
    }

    [Fact]
    public void TheSpeedBeyondCachesIsSaidAndMakesNoLimit()
    {
        var report = SomeReport(jaxNet: 240, pyTorch: 960);
        report.Add(report.Rows[0], SomeSpeeds with { GigaBytesUncached = 4 });

        Assert.Contains("at 10.0 GB/s (read plus written), and reads what no cache holds at 5.0 GB/s", report.ToMarkdown());
        Assert.Contains("| yes | 120 | 2.00 |", report.ToMarkdown());
    }

    [Fact]
    public void AMissedGoalIsSaidSo() =>
        Assert.Contains("| 0.50 | 0.30 | no |", SomeReport(jaxNet: 480, pyTorch: 960).ToMarkdown());

    [Fact]
    public void MemoryIsThatOfTheProcessAndOfTheWorkAlone() =>
        Assert.Contains("| a work | 200 (20.0) | 240 (10.0) |", SomeReport(jaxNet: 480, pyTorch: 960).ToMarkdown());

    [Fact]
    public void WhatOthersHadOfTheCoresIsSaid() =>
        Assert.Contains("gave 12.5 % of the cores' time to others", SomeReport(jaxNet: 480, pyTorch: 960, stolen: 0.125).ToMarkdown());

    [Fact]
    public void TheTableGoesBetweenItsMarksAndTheRestOfThePageStays()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.Delete(file);
            Document.Write(file, SomeReport(jaxNet: 240, pyTorch: 960));
            File.WriteAllText(file, File.ReadAllText(file) + "\nBy hand.\n");
            Document.Write(file, SomeReport(jaxNet: 480, pyTorch: 960));

            var page = File.ReadAllText(file);
            Assert.Contains("| a work | 480 |", page);
            Assert.DoesNotContain("| a work | 240 |", page);
            Assert.EndsWith("By hand.\n", page);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Report SomeReport(double jaxNet, double pyTorch, double stolen = 0)
    {
        var report = new Report(Competitor.PyTorch, SomeMachine, new DateOnly(2026, 1, 1), quick: false);
        report.Add(new RowResult(new SomeWork(), new(jaxNet, (200e6, 20e6), "a setting", ""), new(pyTorch, (240e6, 10e6), "a setting", "foreach"), 1e-6, stolen), SomeSpeeds);
        return report;
    }

    private sealed class SomeWork() : Work("some", "a work", 0.3, new Cost(2e9, 1e9))
    {
        public override void Prepare(string? file) => throw new NotSupportedException();

        public override double[] Check(int steps) => throw new NotSupportedException();

        public override void Step() => throw new NotSupportedException();
    }
}
