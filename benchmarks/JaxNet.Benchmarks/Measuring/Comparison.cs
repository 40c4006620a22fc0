using JaxNet.Benchmarks.Peers;
using JaxNet.Benchmarks.Works;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>Measures works on both sides, in turns.</summary>
internal sealed class Comparison(Competitor competitor, Plan plan, string folder) : IDisposable
{
    private readonly Candidates jaxNet = new(Peer.JaxNet, plan);
    private readonly Candidates other = new(competitor.Start, plan);
    private readonly Peer meter = Peer.JaxNet(Setting.AsItComes);

    /// <summary>The best that the machine has shown before, between and after the rows so far.</summary>
    public Speeds Speeds { get; private set; }

    /// <summary>A row of the table.</summary>
    public RowResult Measure(Work work)
    {
        MeasureSpeeds();
        var file = Path.Combine(folder, work.Name + ".safetensors");
        var a = jaxNet.Best(work.Name, file);
        var b = other.Best(work.Name, file);

        // New processes, so that neither side's memory holds anything of what was tried.
        using var ours = a.Start(Peer.JaxNet);
        using var theirs = b.Start(competitor.Start);
        ours.Prepare(work.Name, file, a.Variant);
        theirs.Prepare(work.Name, file, b.Variant);
        var disagreement = Disagreement(ours.Check(work.CheckedSteps), theirs.Check(work.CheckedSteps));
        ours.Time(plan.WarmUpSeconds);
        theirs.Time(plan.WarmUpSeconds);
        var rounds = QuietTurns.OfThisMachine.Take(plan.Rounds, () => (Ours: ours.Time(plan.TurnSeconds), Theirs: theirs.Time(plan.TurnSeconds)));
        MeasureSpeeds();
        return new RowResult(
            work,
            new SideResult(Timing.Median(rounds.SelectMany(round => round.Value.Ours)), ours.Memory(), a.Setting.Name, a.Variant),
            new SideResult(Timing.Median(rounds.SelectMany(round => round.Value.Theirs)), theirs.Memory(), b.Setting.Name, b.Variant),
            disagreement,
            rounds.Average(round => round.Stolen));
    }

    // Where others use the machine too, a moment's speed may be half of what the row then had.
    private void MeasureSpeeds() => Speeds = Speeds.Max(Speeds, meter.Limits(plan.LimitSeconds));

    /// <summary>
    /// The largest difference between two numbers at the same place, as a part of the largest number: of a loss that has gone down by four orders of
    /// magnitude the last values are what rounding made of them, and differ by a thousandth with the number of OpenBLAS's threads.
    /// </summary>
    internal static double Disagreement(double[] left, double[] right)
    {
        if (left.Length != right.Length || left.Length == 0 || !left.Concat(right).All(double.IsFinite))
            return double.PositiveInfinity;

        var largest = left.Concat(right).Max(Math.Abs);
        var worst = left.Zip(right, (one, other) => Math.Abs(one - other)).Max();
        return largest > 0 ? worst / largest : 0;
    }

    public void Dispose()
    {
        jaxNet.Dispose();
        other.Dispose();
        meter.Dispose();
    }
}
