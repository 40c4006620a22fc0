using System.Globalization;
using JaxNet.Samples.Datasets;
using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr;

/// <summary>
/// Entries of a guestbook, in the handwriting of MNIST: the day of arrival and the day of departure, eight digits each. The
/// guests stayed for two weeks at most, so that who has read the one day knows much about the other. The book is
/// in a bad state: a stripe of each digit has faded away.
/// </summary>
public static class Guestbook
{
    private const int Steps = 16;
    private const int Side = 14;
    private const int Stripe = 6;

    private static readonly DateOnly Opened = new(1950, 1, 1);
    private static readonly DateOnly Closed = new(2030, 1, 1);

    /// <summary>Entries of which each digit is one of these images, at half their size.</summary>
    /// <param name="digits">Images of 28 by 28, with the classes 0 to 9.</param>
    /// <param name="count">How many entries.</param>
    /// <param name="key">Decides about days, digits and stripes.</param>
    public static Sequences Of(LabeledImages digits, int count, Key key)
    {
        var keys = key.Split(4);
        var arrivals = Whole(keys[0], [count], Closed.DayNumber - Opened.DayNumber);
        var stays = Whole(keys[1], [count], 14);
        var choices = Whole(keys[2], [count, Steps], int.MaxValue);
        var stripes = Whole(keys[3], [count, Steps], Side - Stripe + 1);
        var ofClass = Enumerable.Range(0, digits.Count).ToLookup(i => (int)digits.Labels[i]).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();

        var pixels = new byte[count * Steps * Side * Side];
        var labels = new byte[count * Steps];
        for (var i = 0; i < count; i++)
        {
            var arrival = Opened.AddDays(arrivals[i]);
            var text = Text(arrival) + Text(arrival.AddDays(stays[i] + 1));
            for (var step = 0; step < Steps; step++)
            {
                var (place, digit) = (i * Steps + step, text[step] - '0');
                var candidates = ofClass[digit];
                labels[place] = (byte)digit;
                Write(digits.Pixels(candidates[choices[place] % candidates.Length]), pixels.AsSpan(place * Side * Side, Side * Side), stripes[place]);
            }
        }

        return new Sequences(pixels, labels, Steps, Side, Side, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // The mean of four pixels; nothing where the stripe is.
    private static void Write(ReadOnlySpan<byte> digit, Span<byte> target, int stripe)
    {
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x++)
        {
            var corner = 2 * y * 2 * Side + 2 * x;
            var isFaded = y >= stripe && y < stripe + Stripe;
            target[y * Side + x] = isFaded ? (byte)0 : (byte)((digit[corner] + digit[corner + 1] + digit[corner + 2 * Side] + digit[corner + 2 * Side + 1]) / 4);
        }
    }

    private static int[] Whole(Key key, long[] shape, int end) => key.RandInt(shape, 0, end, ScalarType.Int32).data<int>().ToArray();
}
