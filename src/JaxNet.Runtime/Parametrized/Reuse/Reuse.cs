namespace JaxNet;

/// <summary>
/// Parameters to be used again: a module's, or those for a path in the parameters that are being made. Written as a pair,
/// <c>(net, netParams)</c> or <c>("sequential.dense0", denseParams)</c>.
/// </summary>
public readonly struct Reuse
{
    private Reuse(Module? module, string? path, object parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        (Module, Path, Parameters) = (module, path, parameters);
    }

    internal Module? Module { get; }

    internal string? Path { get; }

    internal object Parameters { get; }

    /// <summary>A module's parameters, and so those of the modules inside of it.</summary>
    /// <param name="entry">The module, with its parameters.</param>
    public static implicit operator Reuse((Module Module, object Parameters) entry)
    {
        ArgumentNullException.ThrowIfNull(entry.Module);
        return new(entry.Module, null, entry.Parameters);
    }

    /// <summary>
    /// The parameters at a path, as in checkpoints: <c>sequential.dense0.kernel</c>, or a part of it for what is below. A layer in a list of layers can be given by its
    /// position too: <c>sequential[0]</c>, or <c>[0]</c> if the network is a list of layers itself.
    /// </summary>
    /// <param name="entry">The path, with a tensor or tree.</param>
    public static implicit operator Reuse((string Path, object Parameters) entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(entry.Path);
        return new(null, entry.Path, entry.Parameters);
    }
}
