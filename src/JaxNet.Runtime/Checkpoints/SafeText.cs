using System.Text;

namespace JaxNet;

/// <summary>Text out of a file, made fit for a message: no control characters for the console to obey, and not too much of it.</summary>
internal static class SafeText
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        var safe = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (char.IsControl(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format)
                safe.Append($"\\u{(int)character:x4}");
            else
                safe.Append(character);
        }

        return text.Length <= Longest ? safe.ToString() : $"{safe}...";
    }
}
