using JaxNet.Benchmarks.Peers;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>
/// One side at each setting, of which the best is found for each work: each is tried for a moment, and those that look best then work in turns. A
/// moment alone may fall into another's busy one, where a machine is shared, and would choose by that.
/// </summary>
internal sealed class Candidates(Func<Setting, Peer> start, Plan plan) : IDisposable
{
    private readonly Lazy<Peer[]> peers = new(() => [.. plan.Settings.Select(start)]);

    // The processes that have worked before.
    private readonly HashSet<Peer> grown = [];

    public Choice Best(string work, string file)
    {
        if (plan is { Settings: [var only], AllVariants: false })
            return new Choice(only, "");

        Candidate[] finalists = [.. peers.Value.Select(peer => BestVariant(peer, work, file)).OrderBy(candidate => candidate.Milliseconds).Take(plan.Finalists)];
        foreach (var (peer, variant, _) in finalists)
            WarmUp(peer, work, file, variant, plan.ProbeSeconds);

        var rounds = QuietTurns.OfThisMachine.Take(plan.FinalRounds, () => Array.ConvertAll(finalists, finalist => finalist.Peer.Time(plan.ProbeSeconds)));
        var (_, best) = finalists.Index().MinBy(finalist => Timing.Median(rounds.SelectMany(round => round.Value[finalist.Index])));
        return new Choice(best.Peer.Setting, best.Variant);
    }

    private Candidate BestVariant(Peer peer, string work, string file)
    {
        var variants = peer.Variants(work);
        var tried = (plan.AllVariants ? variants : variants[..1]).Select((variant, i) =>
        {
            WarmUp(peer, work, file, variant, i > 0 ? plan.ProbeSeconds : grown.Add(peer) ? plan.YoungSeconds : plan.FirstWarmUpSeconds);
            return new Candidate(peer, variant, Timing.Median(QuietTurns.OfThisMachine.Take(1, () => peer.Time(plan.ProbeSeconds))[0].Value));
        });
        return tried.MinBy(candidate => candidate.Milliseconds)!;
    }

    private static void WarmUp(Peer peer, string work, string file, string variant, double seconds)
    {
        peer.Prepare(work, file, variant);
        peer.Time(seconds);
    }

    public void Dispose()
    {
        if (!peers.IsValueCreated)
            return;

        foreach (var peer in peers.Value)
            peer.Dispose();
    }

    private sealed record Candidate(Peer Peer, string Variant, double Milliseconds);
}

/// <summary>A setting, and the way in which the work is done.</summary>
internal readonly record struct Choice(Setting Setting, string Variant)
{
    public Peer Start(Func<Setting, Peer> start) => start(Setting);
}
