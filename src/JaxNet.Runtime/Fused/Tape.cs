using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What happens, while a gradient is to be taken, in functions that know their own gradient. libtorch's autograd records all other
/// operations; to it the outputs of such a function are new variables, and the gradients by them are handed on here.
/// </summary>
/// <remarks>
/// It is there, on the calling thread, where JaxNet itself takes a gradient of first order. Where there is none, as in a gradient that is
/// to be differentiated again, the function runs as operations that autograd records. What the entries need is the tape's own: the
/// scope of a module that is applied inside of the function to be differentiated ends before the gradients are taken.
/// </remarks>
internal sealed class Tape : IDisposable
{
    /// <summary>Each entry costs a call of autograd by all variables; with more of them the operations themselves are cheaper.</summary>
    private const int Capacity = 64;

    [ThreadStatic]
    private static Tape? _current;

    private readonly Tape? _outer;
    private readonly bool _isRecording;
    private readonly bool _isForGradient;
    private readonly Tensor[] _variables;
    private List<Tensor>? _own;

    private Tape(bool isRecording, bool isForGradient, params Tensor[] variables)
    {
        (_outer, _isRecording, _isForGradient) = (_current, isRecording, isForGradient);
        _variables = variables;
        _current = this;
    }

    /// <summary>Whether JaxNet takes a gradient on this thread: what is computed now may be differentiated by anything that it depends on.</summary>
    public static bool IsGradientUnderWay => _current is { _isForGradient: true };

    /// <summary>The functions that were called, in order.</summary>
    public List<TapeEntry> Entries { get; } = [];

    /// <summary>Begins to record on this thread, until the tape is disposed.</summary>
    /// <param name="variables">By what is to be differentiated: objects that nobody disposes meanwhile.</param>
    public static Tape Begin(Tensor[] variables) => new(isRecording: true, isForGradient: true, variables);

    /// <summary>Has autograd record everything on this thread for a gradient that is to be differentiated again, until the tape is disposed.</summary>
    public static Tape Suspend() => new(isRecording: false, isForGradient: true);

    /// <summary>Has autograd record everything on this thread, until the tape is disposed.</summary>
    public static Tape RecordAll() => new(isRecording: false, IsGradientUnderWay);

    /// <summary>Whether a function of these inputs may compute by itself: nobody wants its gradient, or there is a tape for it.</summary>
    public static bool Takes(params ReadOnlySpan<Tensor> inputs) => !IsWanted(inputs) || _current is { _isRecording: true, Entries.Count: < Capacity };

    /// <summary>Enters a function that has computed its outputs; where nobody wants its gradient, there is nothing to enter.</summary>
    /// <param name="function">Its name, for error messages.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="outputs">The outputs: new tensors, computed without a record.</param>
    /// <param name="saved">New tensors that the gradient needs besides.</param>
    /// <param name="gradient">The gradients by the inputs, given those by the outputs; null stands for zeros in both.</param>
    /// <returns>
    /// The outputs, for use from here on. To autograd they are any function's: whoever gets them may change them in place, so the gradient can't rely on what is in them.
    /// </returns>
    public static Tensor[] Enter(string function, Tensor[] inputs, Tensor[] outputs, Tensor[] saved, Func<TapeEntry, Tensor?[], Tensor?[]> gradient) =>
        IsWanted(inputs) ? _current!.Add(function, inputs, outputs, saved, gradient) : outputs;

    private Tensor[] Add(string function, Tensor[] inputs, Tensor[] outputs, Tensor[] saved, Func<TapeEntry, Tensor?[], Tensor?[]> gradient)
    {
        // A variable stays, and is known by its object; anything else may be disposed, another object of a variable among it, so its record goes on in a view:
        // an alias would be detached with it.
        var kept = Array.ConvertAll(inputs, input => IsVariable(input) ? input : Own(input.view_as(input)));
        var versions = Array.ConvertAll(kept, AutogradOperators.VersionOf);
        var variables = Array.ConvertAll(outputs, output => Own(Differentiation.VariableOn(output)));
        foreach (var tensor in saved)
            Own(tensor);

        Entries.Add(new TapeEntry(function, kept, versions, variables, saved, gradient));
        return Array.ConvertAll(variables, AutogradOperators.ResultOf);
    }

    private bool IsVariable(Tensor input) => Array.Exists(_variables, variable => ReferenceEquals(variable, input));

    private Tensor Own(Tensor tensor)
    {
        (_own ??= []).Add(tensor.DetachFromDisposeScope());
        return tensor;
    }

    private static bool IsWanted(ReadOnlySpan<Tensor> inputs)
    {
        if (!is_grad_enabled())
            return false;

        foreach (var input in inputs)
        {
            if (input.requires_grad)
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _current = _outer;
        foreach (var tensor in _own ?? [])
            tensor.Dispose();
    }
}
