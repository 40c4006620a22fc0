using System.CommandLine;

namespace JaxNet.Samples.Terminal.CommandLines;

/// <summary>An option with a few possible words, one of which is the usual one.</summary>
public sealed class Choice<T>
    where T : struct, Enum
{
    private static readonly string[] Words = [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())];

    private readonly T usual;

    /// <summary>Makes the option.</summary>
    public Choice(string name, string description, T usual)
    {
        this.usual = usual;
        // Left to itself, the help would show the default as C# spells it.
        Option = new Option<T>(name)
        {
            Description = $"{description} [default: {usual.ToString().ToLowerInvariant()}]",
            HelpName = string.Join('|', Words),
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                var index = Array.IndexOf(Words, word.ToLowerInvariant());
                if (index < 0) result.AddError($"{name} can't be '{word}'. It is one of: {string.Join(", ", Words)}.");
                return index < 0 ? usual : Enum.GetValues<T>()[index];
            },
        };
        Option.CompletionSources.Add(Words);
    }

    /// <summary>The option itself.</summary>
    public Option<T> Option { get; }

    /// <summary>What was chosen, or the usual.</summary>
    public T Read(ParseResult parsed) => parsed.GetResult(Option) is null ? usual : parsed.GetValue(Option);
}
