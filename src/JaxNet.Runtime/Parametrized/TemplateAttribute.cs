using System.ComponentModel;

namespace JaxNet;

/// <summary>
/// What another assembly has to know of a template in order to call it. Written by the generator on the
/// defining declaration; nobody else needs it.
/// </summary>
/// <param name="prefix">
/// What the generated names start with: <c>Dense</c> for <c>DenseParams</c>, <c>DenseModule</c>,
/// <c>DenseBuilder</c>, <c>DenseInit</c> and <c>DenseApply</c>, all beside the template.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TemplateAttribute(string prefix) : Attribute
{
    /// <summary>What the generated names start with.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Whether the template has parameters, of its own or through what it calls whatever its layers are.</summary>
    public bool HasParameters { get; init; }

    /// <summary>Whether the template's parameters are those of the layers that it is given.</summary>
    public bool IsLayerList { get; init; }

    /// <summary>Whether all parameters of the template are those of single layers that it is given, and none are its own.</summary>
    public bool HasOnlyLayers { get; init; }

    /// <summary>The members of its Params that its dictionaries of layers are, in their order; empty for those that it only hands on.</summary>
    public string[] NamedLayers { get; init; } = [];

    /// <summary>Whether the template keeps running state, of its own or through what it calls whatever its layers are.</summary>
    public bool KeepsState { get; init; }

    /// <summary>Whether applying the template draws random numbers.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>The error that kept the body from being compiled, if it isn't JaxNet's; null if there was none.</summary>
    public string? Error { get; init; }
}
