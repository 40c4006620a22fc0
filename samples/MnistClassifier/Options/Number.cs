using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>An option that is a number within bounds.</summary>
internal static class Number
{
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
