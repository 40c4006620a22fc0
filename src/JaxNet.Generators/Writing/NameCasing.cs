using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Writing;

/// <summary>Names as members and as parts of paths.</summary>
internal static class NameCasing
{
    // What every generated record has already, and what the compiler gives records.
    private static readonly HashSet<string> s_taken =
    [
        "TemplateName", "Visit", "Rebuild", "CollectShared", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone",
        "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone", "Empty", "Count", "Item", "Bind", "Set", "Fill", "Build",
    ];

    /// <summary>A member's name: <c>update_kernel</c> becomes <c>UpdateKernel</c>. Null if it can't be one.</summary>
    public static string? ToMember(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            return null;

        var member = new StringBuilder();
        var startsWord = true;
        foreach (var character in name)
        {
            if (character == '_')
            {
                startsWord = true;
                continue;
            }

            member.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        if (member.Length == 0 || char.IsDigit(member[0]))
            return null;

        return s_taken.Contains(member.ToString()) ? member.Append('_').ToString() : member.ToString();
    }

    /// <summary>Any text as a member's name: what can't stand in one ends a word.</summary>
    public static string KeyToMember(string key)
    {
        var words = string.Concat(key.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'));
        return ToMember(words) ?? ToMember("layer_" + words) ?? "Layer";
    }

    /// <summary>A name as it stands in paths: <c>BatchNorm0</c> becomes <c>batch_norm0</c>. The runtime's LayerNames does the same.</summary>
    public static string ToPath(string name)
    {
        var path = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' &&
                (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            path.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return path.ToString().TrimEnd('_');
    }
}
