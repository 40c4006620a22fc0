namespace JaxNet;

/// <summary>A rule with a learning rate.</summary>
/// <param name="learningRate">The learning rate of each step.</param>
/// <param name="slots">The names of what it keeps beside each parameter.</param>
internal abstract class RatedRule(Schedule learningRate, IReadOnlyList<string> slots) : UpdateRule(slots)
{
    protected Schedule LearningRate => learningRate;

    public sealed override void Update(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves) =>
        Update(step, learningRate(step), leaves);

    /// <summary>Writes the new parameters and slots.</summary>
    /// <param name="step">How many updates there have been.</param>
    /// <param name="rate">The learning rate of this step.</param>
    /// <param name="leaves">The leaves; each of a floating-point type.</param>
    protected abstract void Update(long step, double rate, IReadOnlyList<LeafUpdate> leaves);
}
