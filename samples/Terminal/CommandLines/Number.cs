using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace JaxNet.Samples.Terminal.CommandLines;

/// <summary>An option that is a number within bounds.</summary>
public static class Number
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">What the help says of it.</param>
    /// <param name="low">The least that it may be.</param>
    /// <param name="high">The most that it may be.</param>
    /// <param name="wanted">What it should be, for who gives something else.</param>
    /// <param name="usual">What it is if not given.</param>
    public static Option<T> Of<T>(string name, string description, T low, T high, string wanted, Func<T>? usual)
        where T : struct, INumber<T>
    {
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = "number",
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (T.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high) return value;
                result.AddError($"{name} can't be '{word}'. It is {wanted}.");
                return low;
            },
        };
        if (usual is not null) option.DefaultValueFactory = _ => usual();
        return option;
    }
}
