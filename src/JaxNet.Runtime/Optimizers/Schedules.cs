namespace JaxNet;

/// <summary>
/// Learning rates that change over time. Those that JAXnet has are those of <c>jax.example_libraries.optimizers</c>; <c>i</c> is the number of updates so far.
/// </summary>
public static partial class Schedules
{
    /// <summary>The same value for ever.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The schedule.</returns>
    public static Schedule Constant(double value) => _ => value;

    /// <summary>Exponential decay: <c>initial * decayRate^(i / decaySteps)</c>, in small steps.</summary>
    /// <param name="initial">The first value.</param>
    /// <param name="decaySteps">After how many updates it has been multiplied by the rate.</param>
    /// <param name="decayRate">The rate.</param>
    /// <returns>The schedule.</returns>
    public static Schedule Exponential(double initial, long decaySteps, double decayRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decaySteps, 1);
        return step => initial * Math.Pow(decayRate, (double)step / decaySteps);
    }

    /// <summary>Decay by division: <c>initial / (1 + decayRate * i / decaySteps)</c>.</summary>
    /// <param name="initial">The first value.</param>
    /// <param name="decaySteps">The unit in which updates are counted.</param>
    /// <param name="decayRate">How much each unit adds to the divisor.</param>
    /// <param name="staircase">Whether only whole units count.</param>
    /// <returns>The schedule.</returns>
    public static Schedule InverseTime(double initial, long decaySteps, double decayRate, bool staircase = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decaySteps, 1);
        return step => initial / (1 + (decayRate * (staircase ? step / decaySteps : (double)step / decaySteps)));
    }

    /// <summary>From one value to another along a power: <c>(initial - final) * (1 - i / decaySteps)^power + final</c>.</summary>
    /// <param name="initial">The first value.</param>
    /// <param name="decaySteps">When the final value is reached, and kept.</param>
    /// <param name="final">The final value.</param>
    /// <param name="power">The power; 1 is a straight line.</param>
    /// <returns>The schedule.</returns>
    public static Schedule Polynomial(double initial, long decaySteps, double final, double power = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decaySteps, 1);
        return step => ((initial - final) * Math.Pow(1 - ((double)Math.Min(step, decaySteps) / decaySteps), power)) + final;
    }

    /// <summary>One value after the other.</summary>
    /// <param name="boundaries">The last update of each value but the last, in ascending order.</param>
    /// <param name="values">The values: one more than boundaries.</param>
    /// <returns>The schedule: <c>values[k]</c>, where <c>k</c> is the number of boundaries below <c>i</c>.</returns>
    /// <exception cref="ArgumentException">The numbers of boundaries and values don't fit, or the boundaries don't ascend.</exception>
    public static Schedule Piecewise(IReadOnlyList<long> boundaries, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (checkedBoundaries, copy) = (Ascending(boundaries, values.Count), values.ToArray());
        return step => copy[checkedBoundaries.Count(boundary => step > boundary)];
    }

    /// <summary>Half a wave of the cosine, from one value to another (Loshchilov and Hutter, 2017).</summary>
    /// <param name="initial">The first value.</param>
    /// <param name="decaySteps">When the final value is reached, and kept.</param>
    /// <param name="final">The final value.</param>
    /// <returns>The schedule.</returns>
    public static Schedule Cosine(double initial, long decaySteps, double final = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decaySteps, 1);
        return step => CosineBetween(initial, final, (double)Math.Min(step, decaySteps) / decaySteps);
    }

    /// <summary>A straight line up from a first value, and then another schedule from its start.</summary>
    /// <param name="steps">For how many updates it goes up; with 0 there is only what comes then.</param>
    /// <param name="after">What comes then; the line goes up to its first value.</param>
    /// <param name="initial">The first value.</param>
    /// <returns>The schedule.</returns>
    public static Schedule WarmUp(long steps, Schedule after, double initial = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentNullException.ThrowIfNull(after);
        return step => step < steps ? initial + ((after(0) - initial) * step / steps) : after(step - steps);
    }

    /// <summary>
    /// Up to a peak and down to almost nothing, once, along half waves of the cosine (Smith and Topin, 2018), as PyTorch has it.
    /// </summary>
    /// <param name="peak">The largest value.</param>
    /// <param name="steps">How many updates there will be, at least 2.</param>
    /// <param name="rise">Which part of them goes up, from 0 to 1.</param>
    /// <param name="initialDivisor">What the peak is divided by at the start.</param>
    /// <param name="finalDivisor">What the start is divided by at the end.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 steps, or the part is none.</exception>
    public static Schedule OneCycle(double peak, long steps, double rise = 0.3, double initialDivisor = 25, double finalDivisor = 1e4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        if (rise is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rise), rise, "The part of the steps that goes up is a number from 0 to 1.");

        // At the top, which may be the very first step, neither line has to have a length.
        var (initial, top, last) = (peak / initialDivisor, (rise * steps) - 1, steps - 1);
        return step => step == top ? peak
            : step < top ? CosineBetween(initial, peak, step / top)
            : CosineBetween(peak, initial / finalDivisor, Math.Min(1, (step - top) / (last - top)));
    }

    /// <summary>One schedule after the other, each from its own start.</summary>
    /// <param name="schedules">The schedules: one more than boundaries.</param>
    /// <param name="boundaries">The first update of each schedule but the first, in ascending order.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">The numbers of boundaries and schedules don't fit, or the boundaries don't ascend.</exception>
    public static Schedule Join(IReadOnlyList<Schedule> schedules, IReadOnlyList<long> boundaries)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        var (checkedBoundaries, copy) = (Ascending(boundaries, schedules.Count), schedules.ToArray());
        return step =>
        {
            var current = checkedBoundaries.Count(boundary => step >= boundary);
            return copy[current](current == 0 ? step : step - checkedBoundaries[current - 1]);
        };
    }

    private static double CosineBetween(double from, double to, double part) => to + ((from - to) * (1 + Math.Cos(Math.PI * part)) / 2);

    private static long[] Ascending(IReadOnlyList<long> boundaries, int pieces)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        if (boundaries.Count != pieces - 1)
            throw new ArgumentException($"There are {pieces} pieces, and so {pieces - 1} boundaries between them are needed, but {boundaries.Count} were given.");

        if (!boundaries.Zip(boundaries.Skip(1)).All(pair => pair.First < pair.Second))
            throw new ArgumentException($"The boundaries have to ascend, but were {string.Join(", ", boundaries)}.");

        return [.. boundaries];
    }
}
