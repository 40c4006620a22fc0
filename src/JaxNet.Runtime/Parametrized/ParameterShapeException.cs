using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A parameter's shape is not the one that the template asks for with the inputs that it got.</summary>
public sealed class ParameterShapeException : ArgumentException
{
    private ParameterShapeException(string message)
        : base(message)
    {
    }

    /// <summary>Whether the message has a drawing of the way to the parameter, and needs none of the way through the modules.</summary>
    internal bool DrawsTheWay { get; private init; }

    internal static ParameterShapeException For(object? root, Params owner, Tensor parameter, ReadOnlySpan<long> expected)
    {
        var path = TreePaths.Find(root, owner, parameter);
        return new ParameterShapeException(
            $"{owner.TemplateName}: the parameter {path} has the shape {Shapes.Describe(parameter.shape)}, but with these inputs " +
            $"and hyperparameters the template asks for {Shapes.Describe(expected)}. Give inputs of the shape that the parameters " +
            "were initialised for, or initialise them anew with Init." +
            PathDrawing.Of(root, path, $"has {Shapes.Describe(parameter.shape)}, should have {Shapes.Describe(expected)}")) { DrawsTheWay = true };
    }

    /// <summary>The parameter was drawn in this very initialisation, when the module was called for the first time.</summary>
    internal static ParameterShapeException AtLaterCall(Params owner, Tensor parameter, ReadOnlySpan<long> expected)
    {
        var path = TreePaths.Find(null, owner, parameter);
        return new ParameterShapeException(
            $"{owner.TemplateName}: the parameter {path} has the shape {Shapes.Describe(parameter.shape)} since the first call of this module, but in this call " +
            $"the template asks for {Shapes.Describe(expected)}. One module has one set of parameters, however often it is called: give it inputs of one size " +
            "in all its calls, or make a module of its own for each.");
    }
}
