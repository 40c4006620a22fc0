using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JaxNet;

/// <summary>
/// Where in a network an exception was thrown, told by its message: a line for each module on the way, with the shapes of what went into it.
/// The exception stays the very one that was thrown, and at its line, so that a debugger stops there; it is only looked at, by exception
/// filters, while it passes through the modules.
/// </summary>
internal static class ModuleTrail
{
    private static readonly ConditionalWeakTable<Exception, Trail> Trails = [];

    /// <summary>Takes note of a module that an exception comes out of.</summary>
    /// <returns>False: an exception filter that lets it pass.</returns>
    public static bool LeavesModule<TInputs>(Exception error, Module module, TInputs inputs)
    {
        if (TrailOf(error) is { } trail)
            trail.Calls.Add(new ModuleCall(ModuleCall.NameOf(module), ModuleCall.Describe(inputs)));

        return false;
    }

    /// <summary>Takes note of the position, in a list of layers, of what an exception comes out of.</summary>
    /// <inheritdoc cref="LeavesModule" path="/returns"/>
    public static bool LeavesLayer<TInputs>(Exception error, Layer layer, int position, TInputs inputs)
    {
        if (TrailOf(error) is not { } trail)
            return false;

        if (layer.Target is ILayerModule && trail.Calls.Count > 0)
            trail.Calls[^1] = trail.Calls[^1] with { Position = position };
        else
            trail.Calls.Add(new ModuleCall(new LayerFunction(layer).Name, ModuleCall.Describe(inputs)) { Position = position, IsFunction = true });

        return false;
    }

    /// <summary>Adds the way to an exception's message, where it comes out of the whole network.</summary>
    /// <inheritdoc cref="LeavesModule" path="/returns"/>
    public static bool LeavesNetwork<TInputs>(Exception error, Module network, TInputs inputs)
    {
        DisposedTensor.Explain(error);
        if (TrailOf(error) is not { } trail)
            return false;

        trail.IsTold = true;
        trail.Calls.Add(new ModuleCall(ModuleCall.NameOf(network), ModuleCall.Describe(inputs)));
        var drawing = TrailDrawing.Of(error, trail.Calls);
        if (drawing.Length > 0)
            ExceptionMessage.Append(error, drawing);

        return false;
    }

    // Errors of libtorch, and of layers and bodies, such as of one that asks for an axis that its inputs don't have. One that draws the way itself knows more about it.
    private static Trail? TrailOf(Exception error) =>
        error is ExternalException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException && error is not ParameterShapeException { DrawsTheWay: true } &&
        Trails.GetOrCreateValue(error) is { IsTold: false } trail
            ? trail
            : null;

    private sealed class Trail
    {
        public List<ModuleCall> Calls { get; } = [];

        /// <summary>Whether the message has it. A network can be applied inside of another one's body.</summary>
        public bool IsTold { get; set; }
    }
}
