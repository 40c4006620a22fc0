using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

// Initialisation of which some or all parameters are given.
public sealed partial class InitScope
{
    private readonly ProvidedParameters? _provided;
    private readonly MissingParameters? _missing;

    /// <summary>What isn't provided is drawn with the key, or if somebody takes note of it is missing.</summary>
    internal InitScope(DisposeScope temporaries, Key? key, Mode mode, Device device, ProvidedParameters? provided = null, MissingParameters? missing = null)
        : base(root: null, key?.On(device), mode, StateNode.Of(null, device))
    {
        (_temporaries, _device) = (temporaries, device);
        (_initialized, _stateOf) = (new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance));
        (_provided, _missing) = (provided, missing);
    }

    private protected override object? RootOf(ITree owner) => _provided?.RootOf(owner);
}
