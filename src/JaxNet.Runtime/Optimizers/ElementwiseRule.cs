namespace JaxNet;

/// <summary>A rule that treats each element on its own, by a formula.</summary>
internal sealed class ElementwiseRule<TFormula> : UpdateRule
    where TFormula : struct, IFormula
{
    private readonly Func<long, double, TFormula> _formula;
    private readonly bool _fuse;

    /// <param name="formula">The formula of a step, given how many updates there have been and the learning rate.</param>
    /// <param name="slots">The names of what is kept beside each parameter.</param>
    /// <param name="fuse">Whether the fused pass does what it can.</param>
    public ElementwiseRule(Func<long, double, TFormula> formula, IReadOnlyList<string> slots, bool fuse = true)
        : base(slots)
    {
        _formula = formula;
        _fuse = fuse;
    }

    public override void Update(long step, double learningRate, IReadOnlyList<LeafUpdate> leaves)
    {
        var formula = _formula(step, learningRate);
        var fused = new FusedPass<TFormula>(formula);
        foreach (var leaf in leaves)
        {
            if (!_fuse || !fused.TryAdd(leaf))
                TensorPass.Run(formula, leaf);
        }

        fused.Run();
    }

    public override UpdateRule Unfused() => new ElementwiseRule<TFormula>(_formula, Slots, fuse: false);
}
