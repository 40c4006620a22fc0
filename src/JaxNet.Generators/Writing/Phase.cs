namespace JaxNet.Generators.Writing;

/// <summary>Which of the two functions a body is compiled into.</summary>
internal enum Phase
{
    /// <summary>Draws the parameters while it runs the network through once.</summary>
    Init,

    /// <summary>Runs the network with given parameters.</summary>
    Apply,
}
