namespace JaxNet;

/// <summary>What is in an optimizer's state, by name.</summary>
/// <param name="Slots">What it keeps beside each parameter.</param>
/// <param name="Counts">What it counts, once for all parameters.</param>
internal sealed record OptimizerNames(IReadOnlyList<string> Slots, IReadOnlyList<string> Counts);
