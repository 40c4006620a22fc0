using JaxNet.Samples.MnistClassifier;
using TorchSharp;

namespace JaxNet.Samples.Tests.MnistClassifier;

public class OptimizerChoiceTests
{
    public static IEnumerable<object[]> Kinds => Enum.GetValues<OptimizerKind>().Select(kind => new object[] { kind });

    public static IEnumerable<object[]> Schedules => Enum.GetValues<ScheduleKind>().Select(kind => new object[] { kind });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_word_is_the_optimizer_of_that_name(OptimizerKind kind)
    {
        var optimizer = OptimizerChoice.Create(Sample.Options with { Optimizer = kind, LearningRate = 0.01 }, 100);

        Assert.StartsWith($"{kind}(", optimizer.ToString(), StringComparison.Ordinal);
        Assert.True(Down(optimizer, 3, gradient: 1) < 1);
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Each_schedule_reaches_the_rate_and_none_exceeds_it(ScheduleKind kind)
    {
        var optimizer = OptimizerChoice.Create(Sample.Options with { Optimizer = OptimizerKind.Sgd, LearningRate = 0.5, Schedule = kind }, 100);

        var (last, largest) = (0.0, 0.0);
        for (var step = 1; step <= 100; step++)
        {
            var way = 1 - Down(optimizer, step, gradient: 1);
            (last, largest) = (way, Math.Max(largest, way - last));
        }

        Assert.InRange(largest, 0.49, 0.5 + 1e-9);
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_training_can_be_short(ScheduleKind kind)
    {
        var options = Sample.Options with { Optimizer = OptimizerKind.Sgd, LearningRate = 0.5, Schedule = kind };

        // A single step is taken at the rate that was asked for.
        Assert.Equal(0.5, Down(OptimizerChoice.Create(options, 1), 1, gradient: -1) - 1, 1e-9);
        for (var steps = 2; steps < 12; steps++)
            Assert.InRange(Down(OptimizerChoice.Create(options, steps), steps, gradient: -1) - 1, 0.25, steps * 0.5);
    }

    [Fact]
    public void A_long_gradient_is_cut()
    {
        var optimizer = OptimizerChoice.Create(
            Sample.Options with { Optimizer = OptimizerKind.Sgd, LearningRate = 1, Schedule = ScheduleKind.Constant, ClipNorm = 0.25 }, 100);

        Assert.Equal(0.75, Down(optimizer, 1, gradient: 8), 1e-9);
    }

    /// <summary>Where a parameter of 1 comes to.</summary>
    private static double Down(Optimizer optimizer, int steps, double gradient)
    {
        var state = optimizer.Init(torch.tensor(1.0));
        for (var step = 0; step < steps; step++)
            state = optimizer.UpdateFromGradients(torch.tensor(gradient), state);

        return optimizer.GetParameters(state).item<double>();
    }
}
