namespace JaxNet;

/// <summary>A rule that treats each element on its own, by a formula.</summary>
internal sealed class ElementwiseRule<TFormula> : RatedRule
    where TFormula : struct, IFormula
{
    private readonly Func<long, double, TFormula> _formula;
    private readonly bool _fuse;

    /// <param name="learningRate">The learning rate of each step.</param>
    /// <param name="formula">The formula of a step, given how many updates there have been and the learning rate.</param>
    /// <param name="slots">The names of what is kept beside each parameter.</param>
    /// <param name="fuse">Whether the fused pass does what it can.</param>
    public ElementwiseRule(Schedule learningRate, Func<long, double, TFormula> formula, IReadOnlyList<string> slots, bool fuse = true)
        : base(learningRate, slots)
    {
        _formula = formula;
        _fuse = fuse;
    }

    protected override Action Prepare(long step, double rate, IReadOnlyList<LeafUpdate> leaves)
    {
        var formula = _formula(step, rate);
        var fused = new FusedPass<TFormula>(formula, leaves.Count);
        List<LeafUpdate> others = [];
        for (var i = 0; i < leaves.Count; i++)
        {
            var leaf = leaves[i];

            // Where a slot has fewer elements than the parameter, the pass would go on in memory of somebody else.
            leaf.CheckSlots(Slots, static (leaf, slot) => leaf.Slots[slot].numel() == leaf.Parameter.numel());
            if (!_fuse || !fused.TryAdd(leaf))
                others.Add(leaf);
        }

        return () =>
        {
            foreach (var leaf in others)
                TensorPass.Run(formula, leaf);

            fused.Run();
            GC.KeepAlive(leaves);
        };
    }

    public override UpdateRule Unfused() => new ElementwiseRule<TFormula>(LearningRate, _formula, Slots, fuse: false);
}
