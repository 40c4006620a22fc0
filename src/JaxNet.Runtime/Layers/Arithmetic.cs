using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Arithmetic with numbers that are held while libtorch reads them. TorchSharp's operators hold neither the number in <c>x * 0.5</c> nor
/// the 1 that its sums pass along, so that another thread's garbage collection can free it too early; a cell of a recurrent network has
/// a dozen of them, and is called at each step.
/// </summary>
internal static class Arithmetic
{
    private static readonly Scalar s_one = 1, s_two = 2;

    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, s_one);

    public static Tensor PlusInPlace(this Tensor left, Tensor right) => left.add_(right, s_one);

    public static Tensor Plus(this Tensor left, double right)
    {
        using Scalar held = right;
        return left.add(held, s_one);
    }

    /// <summary>1 - x.</summary>
    public static Tensor Complement(this Tensor x) => x.neg().add(s_one, s_one);

    public static Tensor Scaled(this Tensor left, double right)
    {
        using Scalar held = right;
        return left.mul(held);
    }

    public static Tensor Over(this Tensor left, double right)
    {
        using Scalar held = right;
        return left.div(held);
    }

    public static Tensor Squared(this Tensor x) => x.pow(s_two);

    public static Tensor Clamped(this Tensor x, double min, double max)
    {
        using Scalar low = min, high = max;
        return x.clamp(low, high);
    }

    public static Tensor LeakyRectified(this Tensor x, double slope)
    {
        using Scalar held = slope;
        return x.leaky_relu(held);
    }

    public static Tensor ExponentialLinear(this Tensor x) => x.elu(s_one, s_one, s_one);
}
