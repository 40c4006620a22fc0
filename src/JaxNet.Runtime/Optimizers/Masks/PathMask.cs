using System.IO.Enumeration;

namespace JaxNet;

/// <summary>See <see cref="Mask.Path"/>.</summary>
internal sealed class PathMask(string pattern) : Mask
{
    private readonly string[] _pattern = pattern.Split('.');

    public override string ToString() => $"\"{pattern}\"";

    internal override bool[] Of(MaskedTree tree)
    {
        bool[] selected = [.. tree.Leaves.Select(leaf => leaf.Paths.Any(path => Matches(_pattern, path.Split('.'))))];
        return selected.Contains(true) ? selected : throw new ArgumentException(
            $"There is no parameter at the path {this} of a mask. The parameters are: {tree.Paths}. In a mask * stands for letters within one name, ** for any number of names.");
    }

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        // What is left of the path is below what the pattern names.
        if (pattern.IsEmpty)
            return true;

        if (pattern[0] == "**")
            return Matches(pattern[1..], path) || (!path.IsEmpty && Matches(pattern, path[1..]));

        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Matches(pattern[1..], path[1..]);
    }
}
