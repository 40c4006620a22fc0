using System.CommandLine;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>An option with a few possible words.</summary>
internal static class Choice
{
    public static Option<T> Of<T>(string name, string description, T usual)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(word => word.ToLowerInvariant()).ToArray();
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                var index = Array.IndexOf(words, word.ToLowerInvariant());
                if (index < 0) result.AddError($"{name} can't be '{word}'. It is one of: {string.Join(", ", words)}.");
                return index < 0 ? usual : Enum.GetValues<T>()[index];
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
