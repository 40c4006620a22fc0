namespace JaxNet;

/// <summary>A rule that treats each element on its own, by a formula.</summary>
/// <param name="formula">The formula of a step, given how many updates there have been and the learning rate.</param>
/// <param name="slots">The names of what is kept beside each parameter.</param>
internal sealed class ElementwiseRule<TFormula>(Func<long, double, TFormula> formula, params string[] slots) : UpdateRule(slots)
    where TFormula : struct, IFormula
{
    public override void Update(long step, double learningRate, IReadOnlyList<LeafUpdate> leaves)
    {
        var constants = formula(step, learningRate);
        var fused = new FusedPass<TFormula>(constants);
        foreach (var leaf in leaves)
        {
            if (!fused.TryAdd(leaf))
                TensorPass.Run(constants, leaf);
        }

        fused.Run();
    }
}
