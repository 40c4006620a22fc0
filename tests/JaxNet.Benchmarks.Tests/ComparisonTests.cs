using System.Diagnostics;
using JaxNet.Benchmarks.Measuring;
using JaxNet.Benchmarks.Peers;
using JaxNet.Benchmarks.Works;

namespace JaxNet.Benchmarks.Tests;

/// <summary>Both sides in turns. Where the machine has no PyTorch, what needs it is left out.</summary>
public sealed class ComparisonTests
{
    private static readonly Plan Shortest =
        new([Setting.AsItComes], AllVariants: false, LimitSeconds: 0, YoungSeconds: 0, FirstWarmUpSeconds: 0, ProbeSeconds: 0, Finalists: 1, FinalRounds: 1, WarmUpSeconds: 0, Rounds: 2, TurnSeconds: 0);

    [Theory]
    [InlineData("small-momentum")]
    [InlineData("gru-rmsprop")]
    [InlineData("conv-adam")]
    public void BothSidesComputeTheSame(string name)
    {
        if (!HasPyTorch())
            return;

        var folder = Directory.CreateTempSubdirectory("jaxnet-bench-tests-").FullName;
        try
        {
            using var comparison = new Comparison(Competitor.PyTorch, Shortest, folder);
            var row = comparison.Measure(AllWorks.Create().Single(work => work.Name == name));

            Assert.True(row.Agrees, $"The sides differ by {row.Disagreement}.");
            Assert.True(row.JaxNet.Milliseconds > 0 && row.Other.Milliseconds > 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void PyTorchsSideKnowsEveryWork()
    {
        var peer = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "peer.py"));

        Assert.All(AllWorks.Create(), work => Assert.Contains($"    \"{work.Name}\": ", peer));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0, 2.0 }, 0)]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0, 2.5 }, 0.2)]
    [InlineData(new[] { 4.0, 0.001 }, new[] { 4.0, 0.002 }, 0.00025)]
    [InlineData(new[] { 0.0 }, new[] { 0.0 }, 0)]
    [InlineData(new[] { double.NaN }, new[] { double.NaN }, double.PositiveInfinity)]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 1.0 }, double.PositiveInfinity)]
    public void ResultsDifferByAPartOfTheLargest(double[] left, double[] right, double expected) =>
        Assert.Equal(expected, Comparison.Disagreement(left, right), 12);

    private static bool HasPyTorch()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo(Peer.Python, ["-c", "import torch, numpy"]) { RedirectStandardError = true })!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
