namespace JaxNet;

/// <summary>The modules that the parameters of one module provide for another.</summary>
internal static class Reuse
{
    public static IReadOnlyDictionary<Module, object?> ModulesIn((Module Module, object Parameters) reuse)
    {
        ArgumentNullException.ThrowIfNull(reuse.Module);
        ArgumentNullException.ThrowIfNull(reuse.Parameters);
        var found = new Dictionary<Module, object?>(ReferenceEqualityComparer.Instance) { [reuse.Module] = reuse.Parameters };
        reuse.Module.CollectShared(reuse.Parameters, found);
        return found;
    }
}
