using System.Runtime.InteropServices;
using JaxNet.Benchmarks.Peers;

namespace JaxNet.Benchmarks.Reporting;

/// <summary>What the numbers were measured on.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="Cores">How many of its cores there are.</param>
/// <param name="Load">What the machine did besides, as the load averages tell when the run begins.</param>
/// <param name="JaxNet">JaxNet's versions.</param>
/// <param name="Other">The competitor's versions.</param>
internal sealed record Machine(string Processor, int Cores, string Load, string JaxNet, string Other)
{
    public static Machine This(Competitor competitor)
    {
        using var ours = Peer.JaxNet(Setting.AsItComes);
        using var theirs = competitor.Start(Setting.AsItComes);
        return new Machine(ProcessorName(), Environment.ProcessorCount, LoadAverages(), ours.About(), theirs.About());
    }

    private static string ProcessorName() => File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static string LoadAverages() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
