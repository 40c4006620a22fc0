namespace JaxNet.Generators.Model;

/// <summary>A value that a template keeps from one application to the next: <c>State(initial, name)</c>.</summary>
/// <param name="BaseName">Its name in C# before clashes are resolved.</param>
/// <param name="Position">Its rank in the source; clashing names are numbered in that order.</param>
/// <param name="Type">Its type where the body stands.</param>
/// <param name="Access">How accessible a member of that type can be.</param>
/// <param name="Initial">What it starts with, as written, for the docs.</param>
internal sealed record StateValue(string BaseName, int Position, string Type, MemberAccess Access, string Initial);
