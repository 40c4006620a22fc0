namespace JaxNet.Generators.Model;

/// <summary>What becomes a member of a template's Params, if it turns out to have parameters.</summary>
/// <param name="BaseName">Its name in C# before clashes are resolved.</param>
/// <param name="Position">Its rank in the source; clashing names are numbered in that order.</param>
internal abstract record Member(string BaseName, int Position)
{
    /// <summary>How often its call runs each time that the body does.</summary>
    public Occurrence Occurrence { get; init; }
}

/// <summary>How often a node of a body runs each time that the body does.</summary>
internal enum Occurrence
{
    /// <summary>Exactly once.</summary>
    Once,

    /// <summary>Once or not at all: a member that may be absent.</summary>
    Optional,

    /// <summary>Any number of times: a list with an element for each.</summary>
    Repeated,
}

/// <summary>A parameter.</summary>
/// <param name="Type">Its type where the body stands.</param>
/// <param name="Access">How accessible a member of that type can be.</param>
/// <param name="Documentation">Its shape and initializer, as written.</param>
internal sealed record ParameterMember(string BaseName, int Position, string Type, MemberAccess Access, string Documentation) : Member(BaseName, Position);

/// <summary>A submodule that is called in place: <c>Dense(x, 10)</c>.</summary>
/// <param name="Layers">The layers that the call lists, if the template takes layers.</param>
internal sealed record CallMember(string BaseName, int Position, Callee Callee, EquatableArray<LayerArgument> Layers) : Member(BaseName, Position);

/// <summary>A submodule that a local variable holds: <c>Layer d = Dense(10)</c>.</summary>
internal sealed record ModuleMember(string BaseName, int Position, Callee Callee, EquatableArray<LayerArgument> Layers) : Member(BaseName, Position);

/// <summary>A layer that is passed as an argument.</summary>
/// <param name="Kind">How much is known of it.</param>
/// <param name="Callee">The template that it is a module of.</param>
/// <param name="Layers">The layers that it was made from, if its template takes layers.</param>
/// <param name="Local">The local variable that holds it: the same one twice is the same module twice.</param>
internal sealed record LayerArgument(LayerArgumentKind Kind, Callee? Callee, EquatableArray<LayerArgument> Layers, string? Local)
{
    public static LayerArgument Function { get; } = new(LayerArgumentKind.Function, null, default, null);

    public static LayerArgument Unknown { get; } = new(LayerArgumentKind.Unknown, null, default, null);
}

internal enum LayerArgumentKind
{
    /// <summary>A method or lambda, without parameters.</summary>
    Function,

    /// <summary>A module of a template that is known.</summary>
    Module,

    /// <summary>Anything: only the run will tell.</summary>
    Unknown,
}
