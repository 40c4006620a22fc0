using System.Globalization;
using JaxNet.Samples.Datasets;
using JaxNet.Samples.Ocr;

namespace JaxNet.Samples.Tests.Ocr;

public class GuestbookTests
{
    [Fact]
    public void Guests_stay_for_a_day_to_two_weeks()
    {
        var book = Guestbook.Of(Digits(), 300, new Key(0));
        var stays = Enumerable.Range(0, book.Count).Select(i => Day(book, i, 8).DayNumber - Day(book, i, 0).DayNumber).ToArray();
        Assert.Equal((1, 14), (stays.Min(), stays.Max()));
    }

    [Fact]
    public void Each_image_is_of_its_digit_at_half_the_size_with_a_stripe_gone()
    {
        // The class of each image is the grey of all of its pixels.
        var book = Guestbook.Of(Digits(), 50, new Key(1));
        Assert.Equal((14, 14), (book.Height, book.Width));
        for (var sequence = 0; sequence < book.Count; sequence++)
        for (var step = 0; step < book.Steps; step++)
        {
            var image = book.Image(sequence, step).ToArray();
            Assert.Equal(6 * 14, image.Count(pixel => pixel == 0));
            Assert.Equal(8 * 14, image.Count(pixel => pixel == 20 + book.Label(sequence, step)));
        }
    }

    [Fact]
    public void The_same_key_writes_the_same_book() =>
        Assert.Equal(Guestbook.Of(Digits(), 20, new Key(2)).Pixels, Guestbook.Of(Digits(), 20, new Key(2)).Pixels);

    private static DateOnly Day(Sequences book, int sequence, int first) => DateOnly.ParseExact(
        string.Concat(Enumerable.Range(first, 8).Select(step => book.ClassNames[book.Label(sequence, step)])), "yyyyMMdd", CultureInfo.InvariantCulture);

    private static LabeledImages Digits()
    {
        byte[] labels = [.. Enumerable.Range(0, 30).Select(i => (byte)(i * 7 % 10))];
        byte[] pixels = [.. labels.SelectMany(label => Enumerable.Repeat((byte)(20 + label), 28 * 28))];
        return new LabeledImages(pixels, labels, 28, 28, 10);
    }
}
