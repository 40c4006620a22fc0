namespace JaxNet.Generators.Model;

/// <summary>A template that a body calls, or of which it makes a module.</summary>
/// <param name="Id">Its documentation id, by which its summary is found.</param>
/// <param name="Name">Its name, after which members are named.</param>
/// <param name="Prefix">What the names generated for it start with.</param>
/// <param name="Path">What must stand before those names where the body stands: empty, or <c>Layers.</c>.</param>
/// <param name="FullPath">What can stand before those names anywhere: <c>global::JaxNet.Layers.</c>.</param>
/// <param name="Access">How accessible members can be that have its Params for their type.</param>
/// <param name="IsSingleton">Whether it is one module, having no hyperparameters.</param>
/// <param name="Known">Its summary if it is from another assembly.</param>
internal sealed record Callee(string Id, string Name, string Prefix, string Path, string FullPath, MemberAccess Access, bool IsSingleton, Summary? Known)
{
    /// <summary>How many single layers it is given; each is a type parameter of its Params.</summary>
    public int LayerCount { get; init; }

    /// <summary>Whether it is given layers by name, which may be any.</summary>
    public bool TakesNamedLayers { get; init; }

    /// <summary>What its own type parameters stand for.</summary>
    public EquatableArray<string> TypeArguments { get; init; }

    /// <summary>A type among these that has no name where parameters are declared; null if all have.</summary>
    public string? Nameless { get; init; }

    /// <summary>What its own type parameters stand for, with their brackets; empty if it has none.</summary>
    public string TypeArgumentList => TypeArguments.Count > 0 ? $"<{string.Join(", ", TypeArguments)}>" : "";

    /// <summary>Which module it is, if it is one: a generic template is another one for other types.</summary>
    public string Identity => $"{FullPath}{Prefix}{TypeArgumentList}";

    /// <summary>The first part of <see cref="Path"/>, which something else may be called where it is used.</summary>
    public string FirstOfPath => Path.Split('.', '<')[0];
}

/// <summary>What callers have to know of a template beyond its signature.</summary>
/// <param name="HasParameters">Whether it has parameters.</param>
/// <param name="NeedsKey">Whether applying it draws random numbers.</param>
/// <param name="IsLayerList">Whether its parameters are those of the layers that it is given.</param>
/// <param name="Recursion">How it calls itself without an end, if it does.</param>
/// <param name="Namesakes">How many templates before it have files of the same name but for upper and lower case.</param>
internal sealed record Summary(bool HasParameters, bool NeedsKey, bool IsLayerList, Recursion? Recursion = null, int Namesakes = 0)
{
    /// <summary>Whether all of its parameters are those of single layers that it is given.</summary>
    public bool HasOnlyLayers { get; init; }

    /// <summary>The members that its dictionaries of layers become, in their order; empty for those that its body doesn't use itself.</summary>
    public EquatableArray<string> NamedLayers { get; init; }

    /// <summary>Whether it keeps running state, of its own or through what it calls whatever its layers are.</summary>
    public bool KeepsState { get; init; }

    /// <summary>For a template whose body can't be compiled: the mistake is reported there, and callers make the best of it.</summary>
    public static Summary Unknown { get; } = new(HasParameters: true, NeedsKey: false, IsLayerList: false);
}

/// <summary>How a template calls itself where its parameters would have no end.</summary>
/// <param name="Path">Through which templates.</param>
/// <param name="IsConditional">Whether a condition may end it, which is of no use to what is one module.</param>
internal sealed record Recursion(string Path, bool IsConditional);
