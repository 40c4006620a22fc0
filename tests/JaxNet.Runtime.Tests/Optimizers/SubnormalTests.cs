using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>
/// Averages that have decayed to subnormal numbers are zeros: they stand beside what is no longer trained, such as a rectifier that is never positive again, and a
/// processor takes so long for each that they made whole steps slower by a third.
/// </summary>
public sealed class SubnormalTests
{
    // Half of each average remains, so that 2^-k of it is left k steps later; the smallest normal numbers are 2^-126 and 2^-1022.
    public static TheoryData<Optimizer> Decaying =>
    [
        Optimizers.Momentum(0.1, mass: 0.5),
        Optimizers.Nesterov(0.1, mass: 0.5),
        Optimizers.Adam(0.1, b1: 0.5, b2: 0.5),
        Optimizers.AdamW(0.1, b1: 0.5, b2: 0.5),
        Optimizers.NAdam(0.1, b1: 0.5, b2: 0.5),
        Optimizers.RAdam(0.1, b1: 0.5, b2: 0.5),
        Optimizers.Adamax(0.1, b1: 0.5, b2: 0.5),
        Optimizers.RmsProp(0.1, gamma: 0.5),
        Optimizers.RmsPropMomentum(0.1, gamma: 0.5, momentum: 0.5),
    ];

    [Theory]
    [MemberData(nameof(Decaying), DisableDiscoveryEnumeration = true)]
    public void What_is_no_longer_trained_leaves_zeros(Optimizer optimizer)
    {
        foreach (var (type, digits) in new[] { (ScalarType.Float32, 126), (ScalarType.Float64, 1022) })
        {
            // One whole vector of the processor's, or several, and some numbers behind it.
            var parameters = zeros(35, dtype: type);
            var state = optimizer.UpdateFromGradients(ones_like(parameters), optimizer.Init(parameters));
            for (var i = 0; i < digits + 10; i++)
                optimizer.StepFromGradients(ref state, zeros_like(parameters));

            foreach (var name in state.SlotNames)
                Assert.Equal(0, state.Slot(name).abs().max().ToDouble());
        }
    }

    [Fact]
    public void Small_normal_numbers_stay()
    {
        var optimizer = Optimizers.Momentum(0.1, mass: 0.5);
        var parameters = zeros(35);
        var state = optimizer.UpdateFromGradients(ones_like(parameters), optimizer.Init(parameters));
        for (var i = 0; i < 126; i++)
            optimizer.StepFromGradients(ref state, zeros_like(parameters));

        Assert.All(state.Slot("velocity").data<float>().ToArray(), velocity => Assert.Equal(Math.Pow(2, -126), velocity));
    }

    /// <summary>Without a number beside the root, a subnormal mean square is what the second step divides by: 0.1 and 0.19 of 1e-40.</summary>
    [Fact]
    public void A_small_gradient_takes_its_steps_where_nothing_hides_its_square()
    {
        var optimizer = Optimizers.RmsProp(1, gamma: 0.9, eps: 0);
        var parameters = zeros(35);
        var state = optimizer.Init(parameters);
        for (var i = 0; i < 2; i++)
            optimizer.StepFromGradients(ref state, full_like(parameters, 1e-20));

        // The digits that 1e-41 has: it is 7136 of the smallest number.
        var expected = -((1 / Math.Sqrt(0.1)) + (1 / Math.Sqrt(0.19)));
        Assert.All(optimizer.GetParameters(state).data<float>().ToArray(), number => Assert.Equal(expected, number, 1e-3));
    }
}
