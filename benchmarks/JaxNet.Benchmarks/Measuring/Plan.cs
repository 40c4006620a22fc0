using JaxNet.Benchmarks.Peers;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="Settings">The settings to choose from.</param>
/// <param name="AllVariants">Whether PyTorch's other variants are tried too.</param>
/// <param name="LimitSeconds">How long each of the machine's own speeds is measured, before and after each work.</param>
/// <param name="YoungSeconds">How long a process works before its very first try: .NET compiles what runs often a second time, on a thread that takes a core from OpenMP's.</param>
/// <param name="FirstWarmUpSeconds">How long it works before its first try of any other work.</param>
/// <param name="ProbeSeconds">How long each is tried, and warms up before a further try.</param>
/// <param name="Finalists">How many settings, of those that looked best, then work in turns.</param>
/// <param name="FinalRounds">How many turns of each of these count, as long as a try.</param>
/// <param name="WarmUpSeconds">How long the chosen one runs before it is measured.</param>
/// <param name="Rounds">How many turns of each side count.</param>
/// <param name="TurnSeconds">How long a turn is.</param>
internal sealed record Plan(
    IReadOnlyList<Setting> Settings, bool AllVariants, double LimitSeconds, double YoungSeconds, double FirstWarmUpSeconds, double ProbeSeconds, int Finalists, int FinalRounds, double WarmUpSeconds, int Rounds, double TurnSeconds)
{
    public static Plan Full(IReadOnlyList<Setting> settings) => new(
        settings, AllVariants: true, LimitSeconds: 0.7, YoungSeconds: 2, FirstWarmUpSeconds: 0.6, ProbeSeconds: 0.25, Finalists: 3, FinalRounds: 6, WarmUpSeconds: 1.5, Rounds: 15, TurnSeconds: 0.2);

    public static Plan Quick(IReadOnlyList<Setting> settings) => new(
        [settings[0], settings[^1]], AllVariants: false, LimitSeconds: 0.3, YoungSeconds: 0.3, FirstWarmUpSeconds: 0.3, ProbeSeconds: 0.15, Finalists: 2, FinalRounds: 2, WarmUpSeconds: 0.5, Rounds: 5, TurnSeconds: 0.1);
}
