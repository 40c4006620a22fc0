using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

// Initialisation of which some or all parameters are given.
public sealed partial class InitScope
{
    private readonly ProvidedParameters? _provided;
    private readonly MissingParameters? _missing;
    private readonly bool _isApplication;

    /// <summary>What isn't provided is drawn with the key, or if somebody takes note of it is missing. An application gives out what the network computes.</summary>
    internal InitScope(
        DisposeScope temporaries, Key? key, Mode mode, Device device, ProvidedParameters? provided = null, MissingParameters? missing = null, bool isApplication = false)
        : base(root: null, key?.On(device), mode, StateNode.Of(null, device))
    {
        (_temporaries, _device) = (temporaries, device);
        _initialized = new(ReferenceEqualityComparer.Instance);
        (_provided, _missing, _isApplication) = (provided, missing, isApplication);
    }

    private protected override object? RootOf(ITree owner) => _provided?.RootOf(owner);

    private protected override ParameterShapeException WrongShape(Params owner, Tensor parameter, ReadOnlySpan<long> shape) =>
        RootOf(owner) is null ? ParameterShapeException.AtLaterCall(owner, parameter, shape) : base.WrongShape(owner, parameter, shape);
}
