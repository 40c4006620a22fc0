namespace JaxNet.Generators.Model;

/// <summary>How accessible a member of a template's Params can be, whose type another template or the user declares.</summary>
internal enum MemberAccess
{
    /// <summary>As the Params themselves.</summary>
    Same,

    /// <summary>Internal, although the Params are public.</summary>
    Internal,

    /// <summary>Not at all: its type is private to somewhere else.</summary>
    OutOfReach,
}
