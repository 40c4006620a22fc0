using static TorchSharp.torch;

namespace JaxNet.Tests;

public class ChoiceTests
{
    // Written out: sort 0..n-1 by the words of the second key of each split, keeping the order of equal ones.
    [Theory]
    [InlineData(KeyMode.Original, 10, 1)]
    [InlineData(KeyMode.Partitionable, 1625, 1)]
    [InlineData(KeyMode.Original, 1627, 2)]
    [InlineData(KeyMode.Original, 100_000, 2)]
    public void A_permutation_sorts_by_random_words(KeyMode mode, int n, int rounds)
    {
        var key = new Key(1, mode);
        var expected = Enumerable.Range(0, n).Select(i => (long)i).ToArray();
        var rest = key;
        for (var round = 0; round < rounds; round++)
        {
            (rest, var subkey) = rest.Split();
            var words = subkey.Bits([n]).Longs();
            expected = [.. expected.Zip(words).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        }

        Assert.Equal(expected, key.Permutation(n).Longs());
    }

    [Fact]
    public void A_permutation_of_little_is_itself()
    {
        Assert.Equal(0, new Key(0).Permutation(0).numel());
        Assert.Equal([0], new Key(0).Permutation(1).Longs());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Key(0).Permutation(-1));
        Assert.Throws<ArgumentException>(() => new Key(0).Permutation(tensor(3f)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void Slices_are_permuted_as_indices_are(int axis)
    {
        var key = new Key(2);
        var x = arange(0, 24, ScalarType.Int64).reshape(4, 6);
        var order = key.Permutation(axis == 0 ? 4 : 6);
        Assert.Equal(x.index_select(axis, order).Longs(), key.Permutation(x, axis).Longs());
    }

    [Fact]
    public void Vectors_can_be_shuffled_each_by_itself()
    {
        var key = new Key(3);
        var x = arange(0, 3000, ScalarType.Int64).reshape(3, 1000);
        var shuffled = key.Shuffle(x, 1);
        Assert.Equal(x.Longs(), shuffled.sort(1).Item1.Longs());
        Assert.NotEqual((shuffled.select(0, 0) + 1000).Longs(), shuffled.select(0, 1).Longs());
        Assert.Equal(shuffled.Longs(), key.Permutation(x, 1, independent: true).Longs());

        var row = arange(0, 1000, ScalarType.Int64);
        Assert.Equal(key.Permutation(1000).Longs(), key.Shuffle(row).Longs());
        Assert.Equal(key.Permutation(1000).Longs(), Streams.Shuffle.Independently(key, row, 0).Longs());
    }

    [Fact]
    public void A_category_is_where_a_gumbel_number_and_its_logit_are_largest()
    {
        var key = new Key(4);
        var logits = key.FoldIn(0).Normal([5, 7]);
        Assert.Equal((key.Gumbel([5, 7]) + logits).argmax(-1).Longs(), key.Categorical(logits).Longs());
        Assert.Equal((key.Gumbel([5, 7]) + logits).argmax(0).Longs(), key.Categorical(logits, 0).Longs());

        var many = key.Categorical(logits, [2, 3, 5]);
        Assert.Equal([2, 3, 5], many.shape);
        Assert.Equal((key.Gumbel([2, 3, 5, 7]) + logits).argmax(-1).Longs(), many.Longs());
        Assert.Equal([2, 7], key.Categorical(logits, [2, 7], axis: 0).shape);
    }

    [Fact]
    public void Categories_come_as_often_as_their_probabilities_say()
    {
        var counts = new int[3];
        foreach (var category in new Key(5).Categorical(tensor(new[] { 1f, 2f, 7f }).log(), [100_000]).Longs()) counts[category]++;
        Assert.InRange(counts[0], 10_000 - 5 * 95, 10_000 + 5 * 95);
        Assert.InRange(counts[1], 20_000 - 5 * 127, 20_000 + 5 * 127);
    }

    [Fact]
    public void Categories_without_replacement_are_the_largest_in_order()
    {
        var key = new Key(6);
        var logits = key.FoldIn(0).Normal([5, 7]);
        var categories = key.Categorical(logits, [3, 5], replace: false);
        var (_, expected) = (key.Gumbel([5, 7]) + logits).topk(3);
        Assert.Equal([3, 5], categories.shape);
        Assert.Equal(expected.transpose(0, 1).contiguous().Longs(), categories.contiguous().Longs());
    }

    [Fact]
    public void Categories_that_cannot_be_drawn_are_refused()
    {
        var logits = zeros(5, 7);
        Assert.Contains("[5]", Assert.Throws<ArgumentException>(() => new Key(0).Categorical(logits, [7])).Message);
        Assert.Contains("8 draws", Assert.Throws<ArgumentException>(() => new Key(0).Categorical(logits, [8, 5], replace: false)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Key(0).Categorical(logits, 2));
    }

    [Fact]
    public void A_choice_with_replacement_is_of_random_integers()
    {
        var key = new Key(7);
        Assert.Equal(key.RandInt([3, 4], 0, 10).type(ScalarType.Int64).Longs(), key.Choice(10, [3, 4]).Longs());
        Assert.Empty(key.Choice(10, []).shape);
        Assert.Equal([0, 2], key.Choice(10, [0, 2]).shape);
    }

    [Fact]
    public void A_choice_without_replacement_begins_a_permutation()
    {
        var key = new Key(8);
        Assert.Equal(key.Permutation(10).Longs()[..6], key.Choice(10, [2, 3], replace: false).Longs());
    }

    [Fact]
    public void A_choice_can_have_probabilities()
    {
        var p = tensor(new[] { 0.1f, 0, 0.2f, 0.7f });
        var counts = new int[4];
        foreach (var index in new Key(9).Choice(4, [100_000], p: p).Longs()) counts[index]++;
        Assert.InRange(counts[0], 10_000 - 5 * 95, 10_000 + 5 * 95);
        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[2], 20_000 - 5 * 127, 20_000 + 5 * 127);

        var some = new Key(10).Choice(4, [3], replace: false, p: p).Longs();
        Assert.Equal([0, 2, 3], some.Order());
    }

    [Fact]
    public void Slices_are_chosen_as_indices_are()
    {
        var key = new Key(11);
        var x = arange(0, 60, ScalarType.Int64).reshape(3, 4, 5);
        var chosen = key.Choice(x, [2, 3], axis: 1);
        Assert.Equal([3, 2, 3, 5], chosen.shape);
        Assert.Equal(x.index_select(1, key.Choice(4, [6])).Longs(), chosen.Longs());
        Assert.Equal([4, 5], key.Choice(x, []).shape);
    }

    [Fact]
    public void Choices_that_cannot_be_made_are_refused()
    {
        Assert.Contains("n is 0", Assert.Throws<ArgumentException>(() => new Key(0).Choice(0, [3])).Message);
        Assert.Contains("5 choices", Assert.Throws<ArgumentException>(() => new Key(0).Choice(4, [5], replace: false)).Message);
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => new Key(0).Choice(4, [5], p: ones(3))).Message);
    }
}
