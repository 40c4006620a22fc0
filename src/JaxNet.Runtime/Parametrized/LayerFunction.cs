namespace JaxNet;

/// <summary>A layer that is a function, among the modules that a network was made of. It has no parameters.</summary>
/// <param name="function">The function.</param>
internal sealed class LayerFunction(Delegate function) : Module
{
    // The compiler's names of lambdas say nothing.
    public override string Name => function.Method.Name is var name && name.StartsWith('<') ? "Function" : name;

    public override bool NeedsParameters => false;

    internal override void CheckParameters(object? parameters) => throw new ArgumentException(
        $"Parameters were given to reuse for {Name}, which is a function and has none. Give them for a layer that is a module.");
}
