using JaxNet.Benchmarks.Peers;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>One side at each setting, of which the best is found for each work.</summary>
internal sealed class Candidates(Func<Setting, Peer> start, Plan plan) : IDisposable
{
    private readonly Lazy<Peer[]> peers = new(() => [.. plan.Settings.Select(start)]);

    public Choice Best(string work, string file)
    {
        if (plan is { Settings: [var only], AllVariants: false })
            return new Choice(only, "");

        var best = (Milliseconds: double.PositiveInfinity, Choice: default(Choice));
        foreach (var peer in peers.Value)
        {
            var variants = peer.Variants(work);
            foreach (var variant in plan.AllVariants ? variants : variants[..1])
            {
                peer.Prepare(work, file, variant);
                peer.Time(plan.ProbeSeconds);
                var median = Timing.Median(peer.Time(plan.ProbeSeconds));
                if (median < best.Milliseconds)
                    best = (median, new Choice(peer.Setting, variant));
            }
        }

        return best.Choice;
    }

    public void Dispose()
    {
        if (!peers.IsValueCreated)
            return;

        foreach (var peer in peers.Value)
            peer.Dispose();
    }
}

/// <summary>A setting, and the way in which the work is done.</summary>
internal readonly record struct Choice(Setting Setting, string Variant)
{
    public Peer Start(Func<Setting, Peer> start) => start(Setting);
}
