using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>Parts of the parameters, by path and by selector, and optimizers for them.</summary>
public class PartitionTests
{
    private static readonly NetLoss Loss = new();
    private static readonly (Tensor, Tensor) Batch = (Nets.Wave([5, 3], 1), Nets.Wave([5, 2], 2));

    public static TheoryData<Mask, string[]> Masks => new()
    {
        { Mask.Path("dense0"), ["dense0.kernel", "dense0.bias"] },
        { Mask.Path("dense1.bias"), ["dense1.bias"] },
        { Mask.Path("**.bias"), ["dense0.bias", "dense1.bias"] },
        { Mask.Path("*.kernel"), ["dense0.kernel", "dense1.kernel"] },
        { Mask.Path("dense*"), ["dense0.kernel", "dense0.bias", "dense1.kernel", "dense1.bias"] },
        { Mask.Path("**"), ["dense0.kernel", "dense0.bias", "dense1.kernel", "dense1.bias"] },
        { !Mask.Path("**.bias"), ["dense0.kernel", "dense1.kernel"] },
        { Mask.Path("dense0") & Mask.Path("**.bias"), ["dense0.bias"] },
        { Mask.Path("dense0.bias") | Mask.Path("dense1.kernel"), ["dense0.bias", "dense1.kernel"] },
        { Mask.Select((NetParams p) => p.Dense1), ["dense1.kernel", "dense1.bias"] },
        { Mask.Select((NetParams p) => p.Dense1.Kernel), ["dense1.kernel"] },
        { Mask.Select((NetParams p) => (p.Dense0.Bias, p.Dense1.Bias)), ["dense0.bias", "dense1.bias"] },
        { Mask.Where((_, leaf) => leaf.dim() > 1), ["dense0.kernel", "dense1.kernel"] },
        { Mask.Where((path, _) => path.StartsWith("dense1", StringComparison.Ordinal)), ["dense1.kernel", "dense1.bias"] },
    };

    [Theory]
    [MemberData(nameof(Masks), DisableDiscoveryEnumeration = true)]
    public void A_frozen_part_stays_bit_for_bit_and_the_rest_trains_as_alone(Mask mask, string[] frozen)
    {
        var (optimizer, start) = (Optimizers.Freeze(mask, Optimizers.Sgd(0.1)), Nets.Net());
        var trained = Optimizers.Sgd(0.1).Update(Loss, Optimizers.Sgd(0.1).Init(start), Batch).Parameters;
        var state = optimizer.Update(Loss, optimizer.Init(start), Batch);

        var (old, all, some) = (Tree.NamedLeaves(start), Tree.Leaves(trained), Tree.Leaves(state.Parameters));
        for (var i = 0; i < old.Count; i++)
            Assert.Equal((frozen.Contains(old[i].Path) ? old[i].Leaf : all[i]).data<float>().ToArray(), some[i].data<float>().ToArray());
    }

    [Fact]
    public void Each_part_is_trained_as_by_its_optimizer_alone()
    {
        var (biases, kernels) = (Optimizers.Momentum(0.3), Optimizers.Adam(0.01));
        var optimizer = Optimizers.Partition([(Mask.Path("**.bias"), biases)], rest: kernels);
        var (state, byBiases, byKernels) = (optimizer.Init(Nets.Net()), biases.Init(Nets.Net()), kernels.Init(Nets.Net()));
        for (var step = 0; step < 5; step++)
        {
            var gradients = Loss.Grad(optimizer.GetParameters(state), Batch);
            byBiases = biases.UpdateFromGradients(gradients, byBiases);
            byKernels = kernels.UpdateFromGradients(gradients, byKernels);
            optimizer.StepFromGradients(ref state, gradients);
        }

        Assert.Equal(byBiases.Parameters.Dense1.Bias.data<float>().ToArray(), state.Parameters.Dense1.Bias.data<float>().ToArray());
        Assert.Equal(byKernels.Parameters.Dense0.Kernel.data<float>().ToArray(), state.Parameters.Dense0.Kernel.data<float>().ToArray());
        Assert.Equal(["velocity", "first_moment", "second_moment"], state.SlotNames);
        Assert.Equal([0L], state.Slot("velocity").Dense0.Kernel.shape);
        Assert.Equal([4L], state.Slot("velocity").Dense0.Bias.shape);
    }

    [Fact]
    public void Parts_with_one_kind_of_optimizer_share_its_slots()
    {
        var optimizer = Optimizers.Partition([(Mask.Path("**.bias"), Optimizers.Adam(0.1))], rest: Optimizers.Adam(0.001));
        var state = optimizer.Init(Nets.Net());
        Assert.Equal(["first_moment", "second_moment"], state.SlotNames);
        Assert.All(Tree.Zip(state.Parameters, state.Slot("first_moment")), pair => Assert.Equal(pair.First.shape, pair.Second.shape));

        // The first step of Adam is as long as its rate, whatever the gradient.
        var next = optimizer.UpdateFromGradients(Nets.Net(), state).Parameters;
        Assert.Equal(0.1, (next.Dense0.Bias - state.Parameters.Dense0.Bias).abs().max().item<float>(), 1e-5);
        Assert.Equal(0.001, (next.Dense0.Kernel - state.Parameters.Dense0.Kernel).abs().max().item<float>(), 1e-5);
    }

    public static TheoryData<Func<Optimizer, Optimizer>> Wrappers =>
    [
        inner => inner,
        inner => Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(0.1)], inner),
        inner => Optimizers.MultiSteps(inner, every: 1),
        inner => Optimizers.ApplyIfFinite(inner),
        inner => Optimizers.Ema(inner),
        inner => Optimizers.Partition([(Mask.Where((_, leaf) => leaf.dim() == 1), Optimizers.Momentum(0.5))], inner),
        inner => Optimizers.ApplyIfFinite(Optimizers.MultiSteps(Optimizers.Ema(Optimizers.Chain([GradientTransforms.Scale(2)], inner)), every: 1)),
    ];

    [Theory]
    [MemberData(nameof(Wrappers), DisableDiscoveryEnumeration = true)]
    public void A_step_that_fails_in_one_part_leaves_the_others_as_they_were(Func<Optimizer, Optimizer> wrap)
    {
        var rates = 0;
        var failing = Optimizers.Sgd(_ => ++rates == 2 ? throw new FormatException() : 0.5);
        foreach (var other in (Optimizer[])[Optimizers.Sgd(0.5), Optimizers.Adam(0.5), Optimizers.Lamb(0.5)])
        {
            Check(wrap(Optimizers.Partition([(Mask.Path("0"), other)], rest: failing)));
            Check(Optimizers.Partition([(Mask.Path("0"), wrap(other))], rest: wrap(failing)));
        }

        void Check(Optimizer optimizer)
        {
            rates = 0;
            var gradients = (tensor(2f), tensor(3f));
            var state = optimizer.Init((tensor(1f), tensor(1f)));
            optimizer.StepFromGradients(ref state, gradients);
            var before = Bits(state);

            Assert.Throws<FormatException>(() => optimizer.StepFromGradients(ref state, gradients));
            Assert.Equal(before, Bits(state));
            Assert.Equal(1, state.Step);

            var expected = optimizer.UpdateFromGradients(gradients, state);
            optimizer.StepFromGradients(ref state, gradients);
            Assert.Equal(OptimizerTests.BitsOf(expected), OptimizerTests.BitsOf(state));
        }

        // By the tensors themselves: to give them out would have the next step copy.
        static byte[][] Bits(OptimizerState<(Tensor, Tensor)> state) =>
            [.. state.Leaves.Concat(state.Slots.SelectMany(slot => slot)).Select(leaf => leaf.bytes.ToArray()), .. state.Counts.ToArray().Select(BitConverter.GetBytes)];
    }

    [Fact]
    public void The_first_of_several_masks_counts()
    {
        var optimizer = Optimizers.Partition([(Mask.Path("dense0.bias"), Optimizers.SetToZero()), (Mask.Path("dense0"), Optimizers.Sgd(1))], rest: Optimizers.Sgd(2));
        var start = Nets.Net();
        var ones = Tree.Map(start, leaf => leaf.ones_like());
        var steps = Tree.Map(start, optimizer.UpdateFromGradients(ones, optimizer.Init(start)).Parameters, (old, next) => (old - next).max());
        Assert.Equal([1f, 0, 2, 2], Tree.Leaves(steps).Select(leaf => leaf.item<float>()), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Counts_of_several_parts_are_numbered()
    {
        var careful = Optimizers.ApplyIfFinite(Optimizers.Sgd(1));
        var optimizer = Optimizers.Partition([(Mask.Path("kernel"), careful)], rest: careful);
        var gradients = Nets.Dense(2, 3);
        gradients.Bias[0] = float.NaN;
        var state = optimizer.UpdateFromGradients(gradients, optimizer.Init(Nets.Dense(2, 3)));
        Assert.Equal((0, 1), (state.Count("total_notfinite0"), state.Count("total_notfinite1")));
    }

    [Fact]
    public void A_shared_parameter_is_in_the_part_if_one_of_its_paths_is()
    {
        var dense = Nets.Dense(3, 3);
        var net = new NetParams { Dense0 = dense, Dense1 = dense };
        var optimizer = Optimizers.Freeze(Mask.Path("dense1"), Optimizers.Sgd(1));
        var next = optimizer.UpdateFromGradients(net, optimizer.Init(net)).Parameters;
        Assert.Same(next.Dense0, next.Dense1);
        Assert.Equal(dense.Kernel.data<float>().ToArray(), next.Dense0.Kernel.data<float>().ToArray());
    }

    [Fact]
    public void Mistakes_say_what_there_is()
    {
        AssertError("There is no parameter at the path \"dense2\" of a mask. The parameters are: dense0.kernel, dense0.bias, dense1.kernel, dense1.bias.", Mask.Path("dense2"));
        AssertError("There is no parameter at the path \"dense\"", Mask.Path("dense"));
        AssertError("A mask selects from DenseParams, but was used with NetParams.", Mask.Select((DenseParams p) => p.Bias));
        AssertError("A mask selected nothing", Mask.Select((NetParams p) => p.Extra));
        AssertError("a tensor that isn't among the parameters", Mask.Select((NetParams _) => ones(3)));

        static void AssertError(string message, Mask mask)
        {
            var error = Assert.Throws<ArgumentException>(() => Optimizers.Freeze(mask, Optimizers.Sgd()).Init(Nets.Net()));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_state_with_a_part_frozen_is_no_state_of_the_optimizer_itself()
    {
        var frozen = Optimizers.Freeze(Mask.Path("dense0"), Optimizers.Momentum()).Init(Nets.Net());
        var error = Assert.Throws<InvalidOperationException>(() => Optimizers.Momentum().UpdateFromGradients(Nets.Net(), frozen));
        Assert.Contains("The state's slot 'velocity' has the shape [0] beside a parameter of shape [3, 4]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_on_such_a_state_leaves_it_as_it_was()
    {
        var optimizer = Optimizers.Freeze(Mask.Path("dense1"), Optimizers.Lamb());
        var state = optimizer.Init(Nets.Net());
        optimizer.StepFromGradients(ref state, Nets.Net());
        byte[][] before = [.. state.Leaves.Select(leaf => leaf.bytes.ToArray())];

        var error = Assert.Throws<InvalidOperationException>(() => Optimizers.Lamb().StepFromGradients(ref state, Nets.Net()));
        Assert.Contains("The state's slot 'first_moment' has the shape [0] beside a parameter of shape [4, 2]", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, state.Leaves.Select(leaf => leaf.bytes.ToArray()));
        optimizer.StepFromGradients(ref state, Nets.Net());
    }
}
