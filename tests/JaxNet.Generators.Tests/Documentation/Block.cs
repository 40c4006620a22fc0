namespace JaxNet.Generators.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Line">Where its text begins, from 1.</param>
/// <param name="Language">What stands behind the fence: <c>csharp</c>, or nothing.</param>
/// <param name="Notes">The comments right above it, which readers don't see.</param>
internal sealed record Block(int Line, string Language, string Text, IReadOnlyList<string> Notes)
{
    public bool IsCode => Language == "csharp";

    /// <summary>C# that stands before it, from <c>&lt;!-- given ... --&gt;</c>.</summary>
    public string Given => Notes.Where(note => note.StartsWith("given", StringComparison.Ordinal)).Select(note => note["given".Length..].Trim()).FirstOrDefault("");

    public bool Has(string note) => Notes.Contains(note);

    /// <summary>What follows a note's first word: <c>Net.Dense</c> of <c>generated: Net.Dense</c>.</summary>
    public string? After(string note) => Notes.FirstOrDefault(text => text.StartsWith(note + ":", StringComparison.Ordinal))?[(note.Length + 1)..].Trim();
}
