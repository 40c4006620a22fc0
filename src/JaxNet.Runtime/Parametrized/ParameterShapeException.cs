using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A parameter's shape is not the one that the template asks for with the inputs that it got.</summary>
public sealed class ParameterShapeException : ArgumentException
{
    private ParameterShapeException(string message)
        : base(message)
    {
    }

    internal static ParameterShapeException For(object? root, Params owner, Tensor parameter, ReadOnlySpan<long> expected)
    {
        var path = TreePaths.Find(root, owner, parameter);
        return new ParameterShapeException(
            $"{owner.TemplateName}: the parameter {path} has the shape {Shapes.Describe(parameter.shape)}, but with these inputs " +
            $"and hyperparameters the template asks for {Shapes.Describe(expected)}. Give inputs of the shape that the parameters " +
            "were initialised for, or initialise them anew with Init." +
            PathDrawing.Of(root, path, $"has {Shapes.Describe(parameter.shape)}, should have {Shapes.Describe(expected)}"));
    }
}
