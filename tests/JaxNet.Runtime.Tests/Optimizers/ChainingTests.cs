using JaxNet.Runtime.Tests.Checkpoints;
using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>Optimizers around optimizers.</summary>
public class ChainingTests
{
    private static readonly NetLoss Loss = new();
    private static readonly (Tensor, Tensor) Batch = (Nets.Wave([5, 3], 1), Nets.Wave([5, 2], 2));

    public static TheoryData<Optimizer> All =>
    [
        Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(0.1), GradientTransforms.AddDecayedWeights(0.1)], Optimizers.Adam(0.1)),
        Optimizers.Chain([GradientTransforms.ClipByNorm(0.1)], Optimizers.Lamb(0.1)),
        Optimizers.MultiSteps(Optimizers.Adam(0.1), every: 3),
        Optimizers.ApplyIfFinite(Optimizers.Momentum(0.1)),
        Optimizers.Ema(Optimizers.Adam(0.1), decay: 0.9),
        Optimizers.Freeze(Mask.Path("dense0"), Optimizers.Adam(0.1)),
        Optimizers.Partition([(Mask.Path("**.bias"), Optimizers.Momentum(0.3)), (Mask.Path("dense1"), Optimizers.Sm3(0.1))], Optimizers.Adafactor(0.1)),
        Optimizers.ApplyIfFinite(Optimizers.MultiSteps(Optimizers.Ema(Optimizers.Freeze(Mask.Path("**.bias"), Optimizers.Adam(0.1))), every: 2)),
    ];

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Old_states_stay_as_they_were_and_steps_by_gradients_agree(Optimizer optimizer)
    {
        var (state, byGradients) = (optimizer.Init(Nets.Net()), optimizer.Init(Nets.Net()));
        var held = new List<(OptimizerState<NetParams> State, byte[][] Bits)>();
        for (var step = 0; step < 8; step++)
        {
            held.Add((state, OptimizerTests.BitsOf(state)));
            byGradients = optimizer.UpdateFromGradients(Loss.Grad(optimizer.GetParameters(byGradients), Batch), byGradients);
            (state, _) = optimizer.UpdateAndGetLoss(Loss, state, Batch);
            Assert.Equal(OptimizerTests.BitsOf(state), OptimizerTests.BitsOf(byGradients));
            Assert.Equal(step + 1, optimizer.GetStep(state));
        }

        Assert.All(held, old => Assert.Equal(old.Bits, OptimizerTests.BitsOf(old.State)));
        Assert.True(Loss.Apply(state.Parameters, Batch).item<float>() < Loss.Apply(Nets.Net(), Batch).item<float>());
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Steps_in_place_agree_and_go_on_in_the_same_memory(Optimizer optimizer)
    {
        var start = Nets.Net();
        var bits = OptimizerTests.BitsOf(start);
        var (pure, donated) = (optimizer.Init(Nets.Net()), optimizer.Init(start));
        optimizer.Step(ref donated, Loss, Batch);
        Tensor[] memory = [.. donated.Leaves, .. donated.Slots.SelectMany(slot => slot)];
        for (var step = 0; step < 7; step++)
        {
            var expected = optimizer.UpdateAndGetLoss(Loss, pure, Batch);
            pure = expected.State;
            if (step > 0)
                Assert.Equal(expected.Loss.item<float>(), optimizer.StepAndGetLoss(ref donated, Loss, Batch).item<float>());
        }

        Assert.Equal(memory, [.. donated.Leaves, .. donated.Slots.SelectMany(slot => slot)], ReferenceEqualityComparer.Instance);
        Assert.Equal(OptimizerTests.BitsOf(pure), OptimizerTests.BitsOf(donated));
        Assert.Equal(bits, OptimizerTests.BitsOf(start));
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Training_goes_on_from_a_saved_state(Optimizer optimizer)
    {
        using var folder = new TemporaryFolder();
        var state = optimizer.Init(Nets.Net());
        for (var step = 0; step < 3; step++)
            state = optimizer.Update(Loss, state, Batch);

        var file = folder["state.safetensors"];
        Checkpoint.Save(file, state);
        var loaded = Checkpoint.Load(file, like: optimizer.Init(Nets.Net()));

        Assert.Equal(OptimizerTests.BitsOf(optimizer.Update(Loss, state, Batch)), OptimizerTests.BitsOf(optimizer.Update(Loss, loaded, Batch)));
    }

    [Fact]
    public void Accumulated_parts_of_a_batch_step_as_the_whole_batch()
    {
        var whole = Optimizers.Adam(0.1);
        var parts = Optimizers.MultiSteps(whole, every: 5);
        var (expected, state) = (whole.Init(Nets.Net()), parts.Init(Nets.Net()));
        for (var epoch = 0; epoch < 3; epoch++)
        {
            expected = whole.Update(Loss, expected, Batch);
            for (var i = 0; i < 5; i++)
            {
                var before = OptimizerTests.BitsOf(state.Parameters);
                state = parts.Update(Loss, state, (Batch.Item1.narrow(0, i, 1), Batch.Item2.narrow(0, i, 1)));
                if (i < 4)
                    Assert.Equal(before, OptimizerTests.BitsOf(state.Parameters));
            }

            Assert.All(Tree.Zip(expected.Parameters, state.Parameters), pair => Assert.True(pair.First.allclose(pair.Second, rtol: 1e-4, atol: 1e-5)));
        }

        Assert.Equal(15, parts.GetStep(state));
    }

    [Fact]
    public void The_schedule_inside_of_accumulation_counts_its_own_steps()
    {
        var asked = new List<long>();
        var optimizer = Optimizers.MultiSteps(Optimizers.Sgd(step =>
        {
            asked.Add(step);
            return 1;
        }), every: 2);
        var state = optimizer.Init(tensor(0.0));
        foreach (var gradient in new[] { 1.0, 3, 5, 9, 100 })
            state = optimizer.UpdateFromGradients(tensor(gradient), state);

        Assert.Equal([0L, 1], asked);
        Assert.Equal(-2 - 7, state.Parameters.item<double>());
        Assert.Equal(100, state.Slot("accumulated_gradient").item<double>());
    }

    [Fact]
    public void The_moving_average_follows_its_formula_and_starts_at_the_parameters()
    {
        var optimizer = Optimizers.Ema(Optimizers.Sgd(1), decay: 0.75);
        var (state, parameter, average) = (optimizer.Init(tensor(8.0)), 8.0, 8.0);
        Assert.Equal(8, state.Slot("ema").item<double>());
        for (var step = 1; step <= 4; step++)
        {
            state = optimizer.UpdateFromGradients(tensor((double)step), state);
            parameter -= step;
            average = (0.75 * average) + (0.25 * parameter);
            Assert.Equal(average, state.Slot("ema").item<double>(), 12);
            Assert.Equal(parameter, state.Parameters.item<double>(), 12);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_update_by_a_gradient_that_is_not_finite_is_skipped_and_counted(double bad)
    {
        var (plain, optimizer) = (Optimizers.Adam(0.1), Optimizers.ApplyIfFinite(Optimizers.Adam(0.1)));
        var (expected, state) = (plain.Init(tensor(1.0)), optimizer.Init(tensor(1.0)));
        Assert.Equal(["notfinite_count", "total_notfinite"], state.CountNames);

        foreach (var gradient in new[] { 1.0, bad, 2, bad, bad, 0.5 })
        {
            state = optimizer.UpdateFromGradients(tensor(gradient), state);
            if (double.IsFinite(gradient))
                expected = plain.UpdateFromGradients(tensor(gradient), expected);

            Assert.Equal(expected.Parameters.item<double>(), state.Parameters.item<double>());
            Assert.Equal(expected.Slot("second_moment").item<double>(), state.Slot("second_moment").item<double>());
            Assert.Equal(double.IsFinite(gradient) ? 0 : state.Count("total_notfinite") == 1 ? 1 : state.Count("total_notfinite") - 1, state.Count("notfinite_count"));
        }

        Assert.Equal(3, state.Count("total_notfinite"));
        Assert.StartsWith("OptimizerState, step 6, notfinite_count 0, total_notfinite 3 ", state.ToString(), StringComparison.Ordinal);
        Assert.Equal(6, optimizer.GetStep(state));
        Assert.Contains("Its counts are: notfinite_count, total_notfinite.", Assert.Throws<KeyNotFoundException>(() => state.Count("skipped")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_so_many_in_a_row_an_update_that_is_not_finite_is_taken()
    {
        var optimizer = Optimizers.ApplyIfFinite(Optimizers.Adam(0.1), maxConsecutiveErrors: 2);
        var (plain, expected) = (Optimizers.Adam(0.1), Optimizers.Adam(0.1).Init(tensor(1.0)));
        var state = optimizer.Init(tensor(1.0));
        foreach (var gradient in new[] { double.NaN, double.NaN, 1, double.NaN, double.NaN, 2 })
        {
            state = optimizer.UpdateFromGradients(tensor(gradient), state);
            if (double.IsFinite(gradient))
                expected = plain.UpdateFromGradients(tensor(gradient), expected);
        }

        Assert.Equal(expected.Parameters.item<double>(), state.Parameters.item<double>());
        for (var i = 0; i < 3; i++)
        {
            Assert.True(double.IsFinite(state.Parameters.item<double>()));
            state = optimizer.UpdateFromGradients(tensor(double.NaN), state);
        }

        Assert.True(double.IsNaN(state.Parameters.item<double>()));
        Assert.Equal((3, 7, 1), (state.Count("notfinite_count"), state.Count("total_notfinite"), state.Count("taken_notfinite")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.ApplyIfFinite(Optimizers.Sgd(1), -1));
    }

    [Fact]
    public void One_number_that_is_not_finite_skips_all_parameters()
    {
        var optimizer = Optimizers.ApplyIfFinite(Optimizers.Sgd(1));
        var gradients = Nets.Dense(2, 3);
        gradients.Bias[1] = float.NaN;
        var start = Nets.Dense(2, 3);
        var state = optimizer.Init(start);
        optimizer.StepFromGradients(ref state, gradients);
        optimizer.StepFromGradients(ref state, gradients);
        Assert.Equal(OptimizerTests.BitsOf(start), OptimizerTests.BitsOf(state.Parameters));
    }

    [Fact]
    public void A_state_of_another_wrapping_is_refused()
    {
        var (plain, wrapped) = (Optimizers.Adam(), Optimizers.ApplyIfFinite(Optimizers.Adam()));
        var error = Assert.Throws<InvalidOperationException>(() => wrapped.UpdateFromGradients(tensor(1.0), plain.Init(tensor(1.0))));
        Assert.Contains("keeps first_moment and second_moment beside each parameter and the counts notfinite_count and total_notfinite", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => plain.UpdateFromGradients(tensor(1.0), wrapped.Init(tensor(1.0))));
    }

    [Fact]
    public void What_keeps_the_same_slot_can_not_be_wrapped_twice()
    {
        var error = Assert.Throws<ArgumentException>(() => Optimizers.Ema(Optimizers.MultiSteps(Optimizers.Ema(Optimizers.Sgd()), 2)));
        Assert.Contains("has a slot 'ema' already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_that_are_not_trained_stay_and_have_their_value_as_average()
    {
        var optimizer = Optimizers.ApplyIfFinite(Optimizers.Ema(Optimizers.MultiSteps(Optimizers.Adam(), 1)));
        var (numbers, table) = (tensor(1.0), tensor(new long[] { 1, 2, 3 }));
        var state = optimizer.UpdateFromGradients((tensor(1.0), table.zeros_like()), optimizer.Init((numbers, table)));
        Assert.Equal([1L, 2, 3], state.Parameters.Item2.data<long>().ToArray());
        Assert.Equal([1L, 2, 3], state.Slot("ema").Item2.data<long>().ToArray());
    }

    [Fact]
    public void A_complex_number_counts_as_two_real_ones()
    {
        var optimizer = Optimizers.ApplyIfFinite(Optimizers.Ema(
            Optimizers.MultiSteps(Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(1)], Optimizers.Sgd(1)), every: 2), decay: 0.5));
        var gradient = complex(tensor(new float[] { 3, 0 }), tensor(new float[] { 4, 12 }));
        var state = optimizer.Init(gradient.zeros_like());
        for (var i = 0; i < 2; i++)
            optimizer.StepFromGradients(ref state, gradient);

        // |(3 + 4i, 12i)| = 13.
        var parts = state.Parameters.view_as_real().data<float>().ToArray();
        Assert.Equal([-3f / 13, -4f / 13, 0, -12f / 13], parts, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(parts.Select(part => part / 2), state.Slot("ema").data<float>().ToArray());
    }

    [Fact]
    public void Sixteen_bits_are_accumulated_and_averaged_in_single_precision()
    {
        var optimizer = Optimizers.Ema(Optimizers.MultiSteps(Optimizers.Momentum(1), every: 3), decay: 0.999);
        var state = optimizer.Init(ones(2, dtype: ScalarType.BFloat16));
        for (var i = 0; i < 3; i++)
            optimizer.StepFromGradients(ref state, full(2, 1 + i, dtype: ScalarType.BFloat16));

        Assert.Equal((ScalarType.BFloat16, ScalarType.Float32), (state.Parameters.dtype, state.Slot("ema").dtype));
        Assert.Equal(-1f, state.Parameters[0].type(ScalarType.Float32).item<float>());
        Assert.Equal(0.998f, state.Slot("ema")[0].item<float>(), 1e-6f);
    }
}
