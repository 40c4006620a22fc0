using System.Globalization;
using System.Runtime.CompilerServices;

namespace JaxNet;

/// <summary>
/// The optimizers. Each takes its learning rate as a number or as a <see cref="Schedule"/>, of which <see cref="Schedules"/> has the
/// usual ones; a number that is negative or not finite is an
/// <see cref="ArgumentOutOfRangeException"/>, as is any other constant with which a formula means nothing. Where JAX has an optimizer, the formula is that of <c>jax.example_libraries.optimizers</c>, which JAXnet uses.
/// In the formulas <c>p</c> is a parameter, <c>g</c> its gradient, <c>lr</c> the learning rate, <c>t</c> the number of the step, from 1, and all
/// operations are element by element.
/// On the processor, averages that have become smaller than the smallest normal number, 1.2e-38 in single precision, are zeros from then on, where a step shows no difference: arithmetic with
/// such numbers takes a processor over a hundred cycles.
/// </summary>
public static partial class Optimizers
{
    private static Optimizer Elementwise<TFormula>(
        Rate learningRate, FormattableString description, Func<long, double, TFormula> formula, params string[] slots)
        where TFormula : struct, IFormula =>
        Make(learningRate, description, new ElementwiseRule<TFormula>(learningRate.Schedule, formula, slots));

    private static Optimizer Make(Rate learningRate, FormattableString description, UpdateRule rule)
    {
        ArgumentNullException.ThrowIfNull(learningRate.Schedule, nameof(learningRate));
        return Make(description, rule);
    }

    private static Optimizer Make(FormattableString description, UpdateRule rule) =>
        new(description.ToString(CultureInfo.InvariantCulture), rule);

    // An average of which everything remains, or more, never takes in a gradient, and corrections for its start divide by zero.
    private static void ThrowIfNotDecayRate(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is how much of an average remains after each step: 0 or more, and less than 1.");
    }

    private static void ThrowIfNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < 0 || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is 0 or a positive number.");
    }

    private static void ThrowIfNotPositive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value <= 0 || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a positive number.");
    }
}
