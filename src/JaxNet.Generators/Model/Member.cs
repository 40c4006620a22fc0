namespace JaxNet.Generators.Model;

/// <summary>What becomes a member of a template's Params, if it turns out to have parameters.</summary>
/// <param name="BaseName">Its name in C# before clashes are resolved.</param>
/// <param name="Position">Its rank in the source; clashing names are numbered in that order.</param>
internal abstract record Member(string BaseName, int Position)
{
    /// <summary>How often its call runs each time that the body does.</summary>
    public Occurrence Occurrence { get; init; }

    /// <summary>The key of the round that a repeated call runs in, as code; null where rounds are counted.</summary>
    public string? Key { get; init; }

    /// <summary>The static field that holds the module, in full, if one does: others who use the field share it.</summary>
    public string? Field { get; init; }
}

/// <summary>How often a node of a body runs each time that the body does.</summary>
internal enum Occurrence
{
    /// <summary>Exactly once.</summary>
    Once,

    /// <summary>Once or not at all: a member that may be absent.</summary>
    Optional,

    /// <summary>Any number of times: a list with an element for each, or a dictionary where each has a key.</summary>
    Repeated,
}

/// <summary>A parameter.</summary>
/// <param name="Type">Its type where the body stands.</param>
/// <param name="Access">How accessible a member of that type can be.</param>
/// <param name="Documentation">Its shape and initializer, as written.</param>
internal sealed record ParameterMember(string BaseName, int Position, string Type, MemberAccess Access, string Documentation) : Member(BaseName, Position);

/// <summary>A submodule.</summary>
/// <param name="Given">The layers that it is given.</param>
internal abstract record SubmoduleMember(string BaseName, int Position, Callee Callee, GivenLayers Given) : Member(BaseName, Position)
{
    /// <summary>How accessible a member can be that has its Params for its type.</summary>
    public MemberAccess Access => LayerArgument.AccessOf(Callee, Given);

    /// <summary>The template that keeps a member from being declared at all.</summary>
    public Callee? OutOfReach => LayerArgument.CalleesOf(Callee, Given).FirstOrDefault(callee => callee.Access == MemberAccess.OutOfReach);
}

/// <summary>A submodule that is called in place: <c>Dense(x, 10)</c>.</summary>
internal sealed record CallMember(string BaseName, int Position, Callee Callee, GivenLayers Given) : SubmoduleMember(BaseName, Position, Callee, Given);

/// <summary>A submodule that is a module object: <c>Layer d = Dense(10)</c>.</summary>
internal sealed record ModuleMember(string BaseName, int Position, Callee Callee, GivenLayers Given) : SubmoduleMember(BaseName, Position, Callee, Given);

/// <summary>A layer that the template is given.</summary>
/// <param name="Hyperparameter">What the template calls it.</param>
/// <param name="TypeParameter">The type of its parameters.</param>
internal sealed record LayerMember(string BaseName, int Position, string Hyperparameter, string TypeParameter) : Member(BaseName, Position);

/// <summary>Layers by name that the template is given.</summary>
/// <param name="Hyperparameter">What the template calls them, as written.</param>
internal sealed record NamedLayersMember(string BaseName, int Position, string Hyperparameter) : Member(BaseName, Position);

/// <summary>The layers that a call gives to a template.</summary>
/// <param name="List">Those for its list of layers.</param>
/// <param name="Singles">Those for its single layers, in their order.</param>
internal readonly record struct GivenLayers(EquatableArray<LayerArgument> List, EquatableArray<LayerArgument> Singles)
{
    /// <summary>Those by name that the call spells out, for each of its dictionaries of layers.</summary>
    public EquatableArray<NamedLayerArgument> Named { get; init; }

    public IEnumerable<LayerArgument> All => List.Concat(Singles).Concat(Named.Select(named => named.Layer));
}

/// <summary>A layer that is passed by name.</summary>
/// <param name="Dictionary">Which of the template's dictionaries of layers it is in, from 0.</param>
/// <param name="Key">Its name.</param>
internal sealed record NamedLayerArgument(int Dictionary, string Key, LayerArgument Layer);

/// <summary>A layer that is passed as an argument.</summary>
/// <param name="Kind">How much is known of it.</param>
/// <param name="Callee">The template that it is a module of.</param>
/// <param name="Given">The layers that it was made from, if its template takes layers.</param>
/// <param name="Local">The variable that holds it: the same one twice is the same module twice.</param>
internal sealed record LayerArgument(LayerArgumentKind Kind, Callee? Callee, GivenLayers Given, string? Local)
{
    /// <summary>The static field that holds it, in full: others who use the field share the module.</summary>
    public string? Field { get; init; }

    /// <summary>The type of its parameters, if it is no template's: a type parameter where it is a layer that the template around is given.</summary>
    public string? ParamsType { get; init; }

    /// <summary>Whether the type of its parameters is lost on the way: <c>Pair(Dense(3), Relu)</c> is a module of any two layers.</summary>
    public bool IsErased { get; init; }

    /// <summary>How accessible a member can be that has the Params of a template with these layers for its type.</summary>
    public static MemberAccess AccessOf(Callee callee, GivenLayers given) => CalleesOf(callee, given).Max(typed => typed.Access);

    /// <summary>The templates whose Params are part of the type of a template's Params.</summary>
    public static IEnumerable<Callee> CalleesOf(Callee callee, GivenLayers given) =>
        given.Singles.Where(layer => layer is { Kind: LayerArgumentKind.Module, IsErased: false }).SelectMany(layer => CalleesOf(layer.Callee!, layer.Given)).Prepend(callee);

    public static LayerArgument Function { get; } = new(LayerArgumentKind.Function, null, default, null);

    public static LayerArgument Unknown { get; } = new(LayerArgumentKind.Unknown, null, default, null);
}

internal enum LayerArgumentKind
{
    /// <summary>A method or lambda, without parameters.</summary>
    Function,

    /// <summary>A module of a template that is known.</summary>
    Module,

    /// <summary>A layer that the template around is given.</summary>
    Hyperparameter,

    /// <summary>Anything: only the run will tell.</summary>
    Unknown,
}
