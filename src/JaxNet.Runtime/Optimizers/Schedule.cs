namespace JaxNet;

/// <summary>A learning rate that changes over time.</summary>
/// <param name="step">How many updates there have been: 0 at the first one.</param>
/// <returns>The learning rate for this update.</returns>
public delegate double Schedule(long step);
