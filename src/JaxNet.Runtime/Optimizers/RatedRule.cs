namespace JaxNet;

/// <summary>A rule with a learning rate.</summary>
/// <param name="learningRate">The learning rate of each step.</param>
/// <param name="slots">The names of what it keeps beside each parameter.</param>
internal abstract class RatedRule(Schedule learningRate, IReadOnlyList<string> slots) : UpdateRule(slots)
{
    protected Schedule LearningRate => learningRate;

    public sealed override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves) =>
        Prepare(step, learningRate(step), leaves);

    /// <summary>Makes ready for an update.</summary>
    /// <param name="step">How many updates there have been.</param>
    /// <param name="rate">The learning rate of this step.</param>
    /// <param name="leaves">The leaves; each of a floating-point type.</param>
    /// <returns>Writes the new parameters and slots; to be called once.</returns>
    protected abstract Action Prepare(long step, double rate, IReadOnlyList<LeafUpdate> leaves);
}
