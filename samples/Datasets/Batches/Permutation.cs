namespace JaxNet.Samples.Datasets;

/// <summary>The order in which an epoch goes through the examples.</summary>
/// <remarks>Our own few lines, and not the platform's random numbers: the same seed gives the same run on any version of .NET.</remarks>
public static class Permutation
{
    /// <summary>The numbers from 0 to <paramref name="count"/> - 1, shuffled; each seed and each epoch has an order of its own.</summary>
    public static int[] Of(int count, long seed, int epoch)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;

        var state = Mix((ulong)seed) ^ (ulong)epoch;
        for (var i = count - 1; i > 0; i--)
        {
            // The upper half of a 64 by 64 bit product is a number below i + 1, with a bias of less than 2^-32.
            var j = (int)Math.BigMul(Next(ref state), (ulong)i + 1, out _);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // SplitMix64.
    private static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
