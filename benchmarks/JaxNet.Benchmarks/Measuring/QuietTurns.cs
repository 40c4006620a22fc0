namespace JaxNet.Benchmarks.Measuring;

/// <summary>
/// Takes turns again during which a virtual machine's host gave the cores to others: of two cores one is gone then, and a step that needs both takes twice its
/// time. What counts is chosen by that alone, whatever the turns' own times are.
/// </summary>
/// <param name="read">What the cores have done so far.</param>
internal sealed class QuietTurns(Func<CoreTime> read)
{
    // A hundredth of a second in a turn of a quarter on two cores, which is as fine as Linux counts.
    private const double Unnoticed = 0.02;

    /// <summary>On this machine.</summary>
    public static QuietTurns OfThisMachine { get; } = new(CoreTime.Now);

    /// <summary>Takes turns until as many as are wanted were quiet, or until there have been five times as many.</summary>
    /// <param name="wanted">How many turns count.</param>
    /// <param name="turn">Takes one.</param>
    /// <returns>The quietest, in the order in which they were taken, each with the part of the cores' time that others had.</returns>
    public IReadOnlyList<Turn<T>> Take<T>(int wanted, Func<T> turn)
    {
        var turns = new List<Turn<T>>();
        while (turns.Count < 5 * wanted && turns.Count(taken => taken.Stolen <= Unnoticed) < wanted)
        {
            var begin = read();
            var value = turn();
            turns.Add(new Turn<T>(turns.Count, value, read().StolenSince(begin)));
        }

        return [.. turns.OrderBy(taken => taken.Stolen).Take(wanted).OrderBy(taken => taken.Place)];
    }
}

/// <summary>A turn that was taken.</summary>
/// <param name="Place">The how many-th it was.</param>
/// <param name="Value">What it gave.</param>
/// <param name="Stolen">The part of the cores' time that others had meanwhile.</param>
internal sealed record Turn<T>(int Place, T Value, double Stolen);
