using System.Globalization;

namespace JaxNet;

/// <summary>
/// The optimizers. Each takes its learning rate as a number or as a <see cref="Schedule"/>. The formulas are those of
/// <c>jax.example_libraries.optimizers</c>, which JAXnet uses, unless another source is named.
/// In them <c>p</c> is a parameter, <c>g</c> its gradient, and all operations are element by element.
/// </summary>
public static partial class Optimizers
{
    /// <summary>Plain gradient descent: <c>p -= lr * g</c>.</summary>
    /// <param name="learningRate">The learning rate <c>lr</c>.</param>
    /// <returns>The optimizer; its states have no slots.</returns>
    public static Optimizer Sgd(double learningRate = 0.01) =>
        Elementwise<SgdFormula>(learningRate, $"Sgd(learningRate: {learningRate})", (_, rate) => new(rate));

    /// <inheritdoc cref="Sgd(double)"/>
    public static Optimizer Sgd(Schedule learningRate) =>
        Elementwise<SgdFormula>(learningRate, $"Sgd(learningRate: schedule)", (_, rate) => new(rate));

    /// <summary>Gradient descent with a heavy ball's inertia: <c>v = mass * v + g; p -= lr * v</c>.</summary>
    /// <param name="learningRate">The learning rate <c>lr</c>.</param>
    /// <param name="mass">How much of the velocity remains after each step.</param>
    /// <returns>The optimizer; its states have the slot <c>velocity</c>.</returns>
    public static Optimizer Momentum(double learningRate = 0.01, double mass = 0.9) =>
        Elementwise<MomentumFormula>(
            learningRate, $"Momentum(learningRate: {learningRate}, mass: {mass})", (_, rate) => new(rate, mass), "velocity");

    /// <inheritdoc cref="Momentum(double, double)"/>
    public static Optimizer Momentum(Schedule learningRate, double mass = 0.9) =>
        Elementwise<MomentumFormula>(
            learningRate, $"Momentum(learningRate: schedule, mass: {mass})", (_, rate) => new(rate, mass), "velocity");

    /// <summary>
    /// Adam (Kingma and Ba, 2015): steps scaled by running averages of the gradient and of its square, corrected for their start at zero:
    /// <c>m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g²; p -= lr * (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)</c>
    /// at the <c>t</c>-th step, from 1.
    /// </summary>
    /// <param name="learningRate">The learning rate <c>lr</c>.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>second_moment</c>.</returns>
    public static Optimizer Adam(double learningRate = 1e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        Elementwise<AdamFormula>(
            learningRate, $"Adam(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps})",
            (step, rate) => new(step, rate, b1, b2, eps), "first_moment", "second_moment");

    /// <inheritdoc cref="Adam(double, double, double, double)"/>
    public static Optimizer Adam(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        Elementwise<AdamFormula>(
            learningRate, $"Adam(learningRate: schedule, b1: {b1}, b2: {b2}, eps: {eps})",
            (step, rate) => new(step, rate, b1, b2, eps), "first_moment", "second_moment");

    private static Optimizer Elementwise<TFormula>(
        double learningRate, FormattableString description, Func<long, double, TFormula> formula, params string[] slots)
        where TFormula : struct, IFormula =>
        Elementwise(_ => learningRate, description, formula, slots);

    private static Optimizer Elementwise<TFormula>(
        Schedule learningRate, FormattableString description, Func<long, double, TFormula> formula, params string[] slots)
        where TFormula : struct, IFormula =>
        new(description.ToString(CultureInfo.InvariantCulture), new ElementwiseRule<TFormula>(formula, slots), learningRate);
}
