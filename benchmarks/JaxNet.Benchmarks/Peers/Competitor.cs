namespace JaxNet.Benchmarks.Peers;

/// <summary>A library that JaxNet is measured beside.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Command">The command that measures both.</param>
/// <param name="Start">Starts its side.</param>
internal sealed record Competitor(string Name, string Command, Func<Setting, Peer> Start)
{
    /// <summary>Python with PyTorch.</summary>
    public static Competitor PyTorch { get; } = new("PyTorch", "./jaxnet bench", Peer.PyTorch);
}
