using JaxNet.Samples.Datasets;
using JaxNet.Samples.Ocr;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.Ocr;

public class StanfordOcrTests
{
    [Fact]
    public void Words_are_letters_up_to_the_one_without_a_next()
    {
        var (train, test) = StanfordOcr.Read(new StringReader(Letter('a', 2) + Letter('b', -1) + Letter('c', -1) + Letter('d', 5) + Letter('e', 6) + Letter('f', -1)), "x");
        Assert.Equal((2, 1, 3), (train.Count, test.Count, train.Steps));
        Assert.Equal([0, 1, Sequences.None, 2, Sequences.None, Sequences.None], train.Labels);
        Assert.Equal([3, 4, 5], test.Labels);
        Assert.Equal("d", test.ClassNames[test.Label(0, 0)]);
        Assert.Equal(255, test.Image(0, 0)[0]);
        Assert.Equal(0, test.Image(0, 0)[1]);
    }

    [Fact]
    public void A_foreign_file_is_an_error_that_names_the_line()
    {
        var error = Assert.Throws<DatasetException>(() => StanfordOcr.Read(new StringReader(Letter('a', -1) + "some text\n"), "words.txt"));
        Assert.StartsWith("words.txt, line 2: ", error.Message);
    }

    [Fact]
    public void Where_a_word_has_ended_no_class_is_wanted_and_no_error_counted()
    {
        var (train, _) = StanfordOcr.Read(new StringReader(Letter('a', 2) + Letter('b', -1) + Letter('c', -1) + Letter('d', -1)), "x");
        var (_, targets) = train.InOrder(10, CPU).Single();
        Assert.Equal([1f, 1f, 1f, 0f], targets.sum(-1).data<float>().ToArray());
        Assert.Equal(1 / 3.0, Learner.Error([0, 9, 2, 9], train), 12);
    }

    private static string Letter(char letter, int next) =>
        string.Join('\t', ["1", letter.ToString(), next.ToString(), "1", "1", "0", "1", .. Enumerable.Repeat("0", 127)]) + "\t\n";
}
