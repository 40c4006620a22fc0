namespace JaxNet.Benchmarks.Peers;

/// <summary>A library that JaxNet is measured beside.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Command">The command that measures both.</param>
/// <param name="Settings">The settings that both sides choose from.</param>
/// <param name="Start">Starts its side.</param>
internal sealed record Competitor(string Name, string Command, IReadOnlyList<Setting> Settings, Func<Setting, Peer> Start)
{
    /// <summary>Python with PyTorch.</summary>
    public static Competitor PyTorch { get; } = new("PyTorch", "./jaxnet bench", Peers.Settings.OfOpenBlas(), Peer.PyTorch);
}
