namespace JaxNet;

/// <summary>
/// Makes other gradients of the gradients, before an optimizer takes them: an immutable value without a state.
/// <see cref="GradientTransforms"/> has them all; <see cref="Optimizers.Chain"/> puts them before an optimizer.
/// </summary>
public sealed class GradientTransform
{
    private readonly string _description;

    internal GradientTransform(string description, GradientRule rule) => (_description, Rule) = (description, rule);

    internal GradientRule Rule { get; }

    /// <summary>The transform with its settings.</summary>
    /// <returns>For example <c>ClipByGlobalNorm(1)</c>.</returns>
    public override string ToString() => _description;
}
