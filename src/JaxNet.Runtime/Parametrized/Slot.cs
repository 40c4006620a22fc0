using System.ComponentModel;

namespace JaxNet;

/// <summary>Where initialisation puts the parameters of one module; generated code passes it by value.</summary>
/// <typeparam name="TParams">The type of the module's parameters.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Slot<TParams>
{
    private TParams? _value;

    /// <summary>Makes typed parameters of those that a module has, where a call spells out the layers of a list; null elsewhere.</summary>
    public static Func<Params, TParams>? Typed { get; set; }

    /// <summary>Whether the module has been initialised.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The module's parameters.</summary>
    /// <exception cref="InvalidOperationException">The module has not been initialised.</exception>
    public TParams Value
    {
        get => HasValue ? _value! : throw new InvalidOperationException("A module was made, but never called, so that it has no parameters yet.");
        set => (_value, HasValue) = (value, true);
    }

    /// <summary>The module's parameters; null if it wasn't called.</summary>
    public TParams? ValueOrDefault => _value;
}
