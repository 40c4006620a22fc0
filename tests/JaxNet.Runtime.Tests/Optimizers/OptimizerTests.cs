using JaxNet.Tests.Examples;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class OptimizerTests
{
    private static readonly NetLoss Loss = new();
    private static readonly (Tensor, Tensor) Batch = (Nets.Wave([5, 3], 1), Nets.Wave([5, 2], 2));

    public static TheoryData<Optimizer> All => [.. TrajectoryTests.Cases.Select(row => (Optimizer)row[1])];

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Old_states_stay_as_they_were_bit_for_bit(Optimizer optimizer)
    {
        var state = optimizer.Init(Nets.Net());
        var held = new List<(OptimizerState<NetParams> State, byte[][] Bits)>();
        for (var step = 0; step < 100; step++)
        {
            held.Add((state, BitsOf(state)));
            state = optimizer.Update(Loss, state, Batch);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        for (var step = 0; step < 100; step++)
        {
            Assert.Equal(step, optimizer.GetStep(held[step].State));
            Assert.Equal(held[step].Bits, BitsOf(held[step].State));
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_no_descent_can_have_is_refused(double rate)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => Optimizers.Adam(rate));

        Assert.StartsWith("A learning rate is 0 or a positive number.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => Optimizers.Adafactor(rate));
    }

    public static TheoryData<string, Action, string> Senseless => new()
    {
        { "b1", () => Optimizers.Adam(b1: 9), "0 or more, and less than 1" },
        { "b2", () => Optimizers.AdamW(b2: 1), "0 or more, and less than 1" },
        { "b2", () => Optimizers.Lamb(_ => 0.1, b2: double.NaN), "0 or more, and less than 1" },
        { "eps", () => Optimizers.NAdam(eps: -1e-8), "0 or a positive number" },
        { "weightDecay", () => Optimizers.Lion(weightDecay: -0.1), "0 or a positive number" },
        { "mass", () => Optimizers.Momentum(mass: -0.9), "0 or a positive number" },
        { "gamma", () => Optimizers.RmsProp(gamma: 1.1), "0 or more, and less than 1" },
        { "clip", () => Optimizers.Adafactor(clip: 0), "a positive number" },
    };

    [Theory]
    [MemberData(nameof(Senseless), DisableDiscoveryEnumeration = true)]
    public void A_constant_with_which_the_formula_means_nothing_is_refused(string name, Action make, string expected)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(name, make);

        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void The_same_update_twice_gives_the_same_bits()
    {
        var optimizer = Optimizers.Adam(0.1);
        var state = optimizer.Update(Loss, optimizer.Init(Nets.Net()), Batch);
        Assert.Equal(BitsOf(optimizer.Update(Loss, state, Batch)), BitsOf(optimizer.Update(Loss, state, Batch)));
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    public void Slots_may_be_of_another_type_than_the_parameters(ScalarType type)
    {
        var optimizer = Optimizers.Momentum(1, 0.5);
        var state = optimizer.UpdateFromGradients(ones(4), optimizer.Init(ones(4)));
        Assert.Equal([0f, 0, 0, 0], optimizer.GetParameters(state).data<float>().ToArray());

        // The velocity is 1; the next one is 0.5 + 1.
        var converted = Tree.Unflatten(state, [.. Tree.NamedLeaves(state).Select(leaf => leaf.Path.Contains(state.SlotNames[0]) ? leaf.Leaf.type(type) : leaf.Leaf)]);
        Assert.Equal([-1.5f, -1.5f, -1.5f, -1.5f], optimizer.GetParameters(optimizer.UpdateFromGradients(ones(4), converted)).data<float>().ToArray());
    }

    [Fact]
    public void The_loss_is_the_one_before_the_step()
    {
        var optimizer = Optimizers.Sgd(0.1);
        var state = optimizer.Init(Nets.Net());
        var expected = Loss.Apply(optimizer.GetParameters(state), Batch).item<float>();

        var (next, loss) = optimizer.UpdateAndGetLoss(Loss, state, Batch);
        Assert.Equal(expected, loss.item<float>());
        Assert.Equal([], loss.shape);
        Assert.True(Loss.Apply(optimizer.GetParameters(next), Batch).item<float>() < expected);
    }

    [Fact]
    public void Init_holds_the_very_parameters_it_was_given_and_zeros()
    {
        var net = Nets.Net();
        var optimizer = Optimizers.Momentum();
        var state = optimizer.Init(net);

        Assert.Same(net, optimizer.GetParameters(state));
        Assert.Equal(0, optimizer.GetStep(state));
        Assert.Equal(["velocity"], state.SlotNames);
        Assert.Equal(0f, cat([.. Tree.Leaves(state.Slot("velocity")).Select(leaf => leaf.flatten())]).abs().sum().item<float>());
        Assert.Contains("Its slots are: velocity.", Assert.Throws<KeyNotFoundException>(() => state.Slot("speed")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_parameters_stay_shared_and_are_updated_once()
    {
        var dense = Nets.Dense(3, 3);
        var optimizer = Optimizers.Sgd(0.5);
        var batch = (Nets.Wave([4, 3], 1), Nets.Wave([4, 3], 2));
        var net = new NetParams { Dense0 = dense, Dense1 = dense };

        var updated = optimizer.GetParameters(optimizer.Update(Loss, optimizer.Init(net), batch));
        Assert.Same(updated.Dense0, updated.Dense1);
        Assert.True(updated.Dense0.Kernel.allclose(dense.Kernel - 0.5 * Loss.Grad(net, batch).Dense0.Kernel));
    }

    [Fact]
    public void An_absent_child_stays_absent()
    {
        var optimizer = Optimizers.Adam();
        Assert.Null(optimizer.GetParameters(optimizer.Update(Loss, optimizer.Init(Nets.Net()), Batch)).Extra);
    }

    [Fact]
    public void Parameters_may_be_any_tree()
    {
        var optimizer = Optimizers.Sgd(0.25);
        var loss = new Loss<(Tensor X, Tensor[] Ys)>(p => p.X.square() + p.Ys[0] * 3 + p.Ys[1]);
        Tree.RegisterTuple<Tensor, Tensor[]>();
        var state = optimizer.Update(loss, optimizer.Init((tensor(4f), new[] { tensor(1f), tensor(2f) })), default);

        var (x, ys) = optimizer.GetParameters(state);
        Assert.Equal((2f, 0.25f, 1.75f), (x.item<float>(), ys[0].item<float>(), ys[1].item<float>()));
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Parameters_without_elements_stay_as_they_are(Optimizer optimizer)
    {
        long[][] shapes = [[0], [0, 3], [3, 0], [2, 0, 3], [0, 0]];
        Tensor[] parameters = [.. shapes.Select(shape => zeros(shape)), ones(2, 3)];
        Tensor[] gradients = [.. shapes.Select(shape => zeros(shape)), ones(2, 3)];
        var state = optimizer.Init(parameters);
        state = optimizer.UpdateFromGradients(gradients, state);
        optimizer.StepFromGradients(ref state, gradients);

        Assert.Equal(parameters.Select(leaf => leaf.shape), optimizer.GetParameters(state).Select(leaf => leaf.shape));
        Assert.True((optimizer.GetParameters(state)[^1] < 1).all().item<bool>());
        Assert.All(Tree.Leaves(state), leaf => Assert.True(leaf.isfinite().all().item<bool>()));
    }

    [Fact]
    public void Integers_are_not_trained()
    {
        var optimizer = Optimizers.Adam(0.1);
        var steps = tensor(3L);
        var loss = new Loss<(Tensor Weight, Tensor Steps)>(p => p.Weight * p.Steps);
        var state = optimizer.Init((tensor(1f), steps));
        for (var i = 0; i < 3; i++)
            optimizer.Step(ref state, loss, default);

        var (weight, same) = optimizer.GetParameters(state);
        Assert.Equal(0.7f, weight.item<float>(), 1e-5f);
        Assert.Same(steps, same);
    }

    [Fact]
    public void Gradients_may_come_from_elsewhere()
    {
        var optimizer = Optimizers.Momentum(0.1);
        var state = optimizer.Init(Nets.Net());
        var gradients = Loss.Grad(optimizer.GetParameters(state), Batch);

        var expected = optimizer.Update(Loss, state, Batch);
        Assert.Equal(BitsOf(expected), BitsOf(optimizer.UpdateFromGradients(gradients, state)));
    }

    [Fact]
    public void Gradients_of_another_shape_are_refused_by_name()
    {
        var optimizer = Optimizers.Sgd();
        var net = Nets.Net();
        var state = optimizer.Init(net);

        var error = Assert.Throws<ArgumentException>(
            () => optimizer.UpdateFromGradients(net with { Dense1 = net.Dense1 with { Bias = ones(7) } }, state));
        Assert.Contains("The gradient of dense1.bias has the shape [7], but the parameter has [2].", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<ArgumentException>(() => optimizer.UpdateFromGradients(net with { Extra = net.Dense0 }, state));
        Assert.Contains("At extra", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TrajectoryTests.Cases), MemberType = typeof(TrajectoryTests), DisableDiscoveryEnumeration = true)]
    public void Gradients_of_integers_are_refused_by_all_optimizers(string name, Optimizer optimizer)
    {
        var state = optimizer.Init(ones(3));

        var error = Assert.Throws<ArgumentException>(() => optimizer.UpdateFromGradients(ones(3, dtype: ScalarType.Int64), state));
        Assert.Contains("is of type int64, but the parameter of type float32. Convert it with .type(ScalarType.Float32).", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => optimizer.StepFromGradients(ref state, ones(3, dtype: ScalarType.Bool)));
        Assert.Throws<ArgumentException>(() => optimizer.UpdateFromGradients(ones(3), optimizer.Init(ones(3, dtype: ScalarType.ComplexFloat32))));
        Assert.True(optimizer.GetStep(optimizer.UpdateFromGradients(ones(3), state)) == 1, name);
    }

    [Fact]
    public void Gradients_of_another_precision_are_taken()
    {
        var state = Optimizers.Sgd(0.5).UpdateFromGradients(ones(3), Optimizers.Sgd(0.5).Init(ones(3, dtype: ScalarType.Float16)));

        var parameter = Optimizers.Sgd().GetParameters(state);
        Assert.Equal(ScalarType.Float16, parameter.dtype);
        Assert.Equal([0.5f, 0.5f, 0.5f], parameter.type(ScalarType.Float32).data<float>().ToArray());
    }

    [Fact]
    public void A_state_of_another_optimizer_is_refused()
    {
        var state = Optimizers.Momentum().Init(Nets.Net());
        var error = Assert.Throws<InvalidOperationException>(() => Optimizers.Adam().Update(Loss, state, Batch));
        Assert.Contains("keeps first_moment and second_moment beside each parameter, but the state has velocity", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_refused_and_the_state_is_still_good()
    {
        var optimizer = Optimizers.Sgd(0.1);
        var state = optimizer.Init(tensor(1f));
        var error = Assert.Throws<InvalidOperationException>(
            () => optimizer.Step(ref state, new Loss<Tensor>(x => x.reshape(1)), default));
        Assert.StartsWith("Loss returned a tensor of shape [1]", error.Message, StringComparison.Ordinal);

        optimizer.Step(ref state, new Loss<Tensor>(x => x), default);
        Assert.Equal(0.9f, optimizer.GetParameters(state).item<float>());
    }

    [Fact]
    public void A_schedule_is_asked_with_the_number_of_updates_so_far()
    {
        var asked = new List<long>();
        var optimizer = Optimizers.Sgd(step =>
        {
            asked.Add(step);
            return step == 1 ? 10 : 1;
        });
        var loss = new Loss<Tensor>(x => x);

        var state = optimizer.Init(tensor(100f));
        for (var i = 0; i < 3; i++)
            state = optimizer.Update(loss, state, default);

        Assert.Equal([0, 1, 2], asked);
        Assert.Equal(88f, optimizer.GetParameters(state).item<float>());
    }

    [Fact]
    public void A_complex_number_is_trained_as_two_real_ones()
    {
        var (real, imaginary) = (tensor(new[] { 3f, 4f }), tensor(new[] { -1f, 0.5f }));
        var loss = new Loss<Tensor>(z => (view_as_real(z) * tensor(new[] { 1f, 10f })).square().sum());
        var apart = new Loss<(Tensor X, Tensor Y)>(p => p.X.square().sum() + (p.Y * 10).square().sum());
        foreach (var optimizer in new[] { Optimizers.Adam(0.1), Optimizers.Sm3(0.1) })
        {
            var (state, expected) = (optimizer.Init(complex(real, imaginary)), optimizer.Init((X: real, Y: imaginary)));
            for (var i = 0; i < 3; i++)
            {
                state = optimizer.Update(loss, state, default);
                expected = optimizer.Update(apart, expected, default);
            }

            Assert.Equal(ScalarType.ComplexFloat32, optimizer.GetParameters(state).dtype);
            if (state.SlotNames[0] == "first_moment")
                Assert.True(optimizer.GetParameters(state).real.allclose(optimizer.GetParameters(expected).X));
        }
    }

    [Fact]
    public void A_number_alone_is_trained_by_every_optimizer()
    {
        var loss = new Loss<Tensor>(x => (x - 3).square());
        foreach (var optimizer in TrajectoryTests.Cases.Select(row => (Optimizer)row[1]))
        {
            var state = optimizer.Init(tensor(1.0));
            for (var i = 0; i < 200; i++)
                optimizer.Step(ref state, loss, default);

            Assert.Equal([], optimizer.GetParameters(state).shape);
            Assert.True(loss.Apply(optimizer.GetParameters(state), default).item<double>() < 3.9, optimizer.ToString());
        }
    }

    [Fact]
    public void A_gradient_of_zero_moves_nothing()
    {
        // Those that divide by what they have seen of it must not divide by zero. Weight decay is off.
        Optimizer[] optimizers =
        [
            Optimizers.Adagrad(), Optimizers.RmsProp(), Optimizers.RmsPropMomentum(), Optimizers.Sm3(), Optimizers.Adam(), Optimizers.Adamax(),
            Optimizers.NAdam(), Optimizers.RAdam(), Optimizers.Lion(), Optimizers.Lamb(), Optimizers.Adafactor(),
        ];
        foreach (var optimizer in optimizers)
        {
            foreach (var start in new[] { ones(3, 3), ones(3), zeros(3, 3) })
            {
                var state = optimizer.Init(start);
                for (var i = 0; i < 10; i++)
                    state = optimizer.UpdateFromGradients(start.zeros_like(), state);

                Assert.True(optimizer.GetParameters(state).equal(start).all().item<bool>(), optimizer.ToString());
            }
        }
    }

    [Fact]
    public void Sixteen_bits_are_computed_with_in_thirty_two()
    {
        // With a gradient of 1e-4 the second moment, 1e-11, and eps are zero in 16 bits, and the first step 0/0.
        var optimizer = Optimizers.Adam(0.125);
        var state = optimizer.Init(ones(3, dtype: ScalarType.Float16));
        state = optimizer.UpdateFromGradients(full([3], 1e-4, dtype: ScalarType.Float16), state);

        Assert.Equal(ScalarType.Float16, optimizer.GetParameters(state).dtype);
        Assert.Equal(ScalarType.Float32, state.Slot("first_moment").dtype);
        Assert.Equal(0.875, optimizer.GetParameters(state)[0].type(ScalarType.Float64).item<double>(), 1e-3);
    }

    [Fact]
    public void Parameters_that_are_not_contiguous_are_trained_like_others()
    {
        var optimizer = Optimizers.Momentum(0.1);
        var (kernel, gradient) = (Nets.Wave([3, 5]), Nets.Wave([3, 5], 2));

        var plain = optimizer.UpdateFromGradients(gradient, optimizer.Init(kernel));
        var turned = optimizer.UpdateFromGradients(gradient.t().contiguous().t(), optimizer.Init(kernel.t().contiguous().t()));
        Assert.Equal(BitsOf(plain), BitsOf(turned));
    }

    // More elements than go to one core, in leaves of lengths that are no multiple of a vector's.
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Large_leaves_are_split_and_put_together_again(ScalarType type)
    {
        var optimizer = Optimizers.Adam(0.1);
        var parameters = new[] { Nets.Wave([523_007]), Nets.Wave([3]), Nets.Wave([0]), Nets.Wave([131, 1009]) };
        parameters = Tree.Map(parameters, leaf => leaf.type(type));
        var gradients = Tree.Map(parameters, leaf => leaf.cos());

        var (fused, plain) = (optimizer.Init(parameters), optimizer.Unfused().Init(parameters));
        for (var i = 0; i < 3; i++)
        {
            fused = optimizer.UpdateFromGradients(gradients, fused);
            plain = optimizer.Unfused().UpdateFromGradients(gradients, plain);
        }

        Assert.All(Tree.Zip(fused, plain), pair => Assert.True(pair.First.allclose(pair.Second, rtol: 1e-6, atol: 1e-7)));
    }

    [Fact]
    public void States_outlive_the_scope_of_a_step_and_nothing_else_does()
    {
        var optimizer = Optimizers.Adam();
        var (state, batch) = (optimizer.Init(Nets.Net()), Batch);
        using (var scope = NewDisposeScope())
        {
            state = optimizer.Update(Loss, state, batch);
            optimizer.Step(ref state, Loss, batch);
            Assert.Equal(0, scope.DisposablesCount);
        }

        optimizer.Step(ref state, Loss, batch);
        Assert.DoesNotContain(Tree.Leaves(state), leaf => leaf.IsInvalid);
    }

    [Fact]
    public void Optimizers_print_their_settings() =>
        Assert.Equal("Adam(learningRate: 0.001, b1: 0.9, b2: 0.999, eps: 1E-08)", Optimizers.Adam().ToString());

    internal static byte[][] BitsOf<T>(T state) =>
        [.. Tree.Leaves(state).Select(leaf => leaf.contiguous().bytes.ToArray())];
}
