using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>Which states <see cref="Optimizer.Step"/> may write to.</summary>
public class StepTests
{
    private static readonly Optimizer Optimizer = Optimizers.Momentum(0.1);
    private static readonly NetLoss Loss = new();
    private static readonly (Tensor, Tensor) Batch = (Nets.Wave([5, 3], 1), Nets.Wave([5, 2], 2));

    [Fact]
    public void The_parameters_given_to_init_never_change()
    {
        var net = Nets.Net();
        var bits = Bits(net);
        var state = Optimizer.Init(net);
        for (var i = 0; i < 3; i++)
            Optimizer.Step(ref state, Loss, Batch);

        Assert.Equal(bits, Bits(net));
        Assert.Equal(3, state.Step);
    }

    [Fact]
    public void The_second_step_goes_on_in_the_memory_of_the_first()
    {
        var state = Optimizer.Init(Nets.Net());
        var velocity = state.Slots[0][0];
        Optimizer.Step(ref state, Loss, Batch);
        var (first, tree) = (state.Leaves[0], state.Parameters);
        Assert.Same(velocity, state.Slots[0][0]);

        Optimizer.Step(ref state, Loss, Batch);
        Assert.Same(first, state.Leaves[0]);
        Assert.Same(tree, state.Parameters);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_state_as_it_was()
    {
        var optimizer = Optimizers.Momentum(step => step == 2 ? throw new InvalidOperationException("no rate") : 0.1);
        var state = optimizer.Init(Nets.Net());
        optimizer.Step(ref state, Loss, Batch);
        optimizer.Step(ref state, Loss, Batch);
        var bits = state.Leaves.Select(leaf => leaf.data<float>().ToArray()).ToArray();

        for (var i = 0; i < 2; i++)
            Assert.Equal("no rate", Assert.Throws<InvalidOperationException>(() => optimizer.Step(ref state, Loss, Batch)).Message);

        Assert.Equal(2, optimizer.GetStep(state));
        Assert.Equal(bits, state.Leaves.Select(leaf => leaf.data<float>().ToArray()));
    }

    [Fact]
    public void What_get_parameters_gave_out_never_changes_and_is_copied_once()
    {
        var state = Optimizer.Init(Nets.Net());
        Optimizer.Step(ref state, Loss, Batch);
        var given = Optimizer.GetParameters(state);
        var bits = Bits(given);

        Optimizer.Step(ref state, Loss, Batch);
        Assert.NotSame(given.Dense0.Kernel, state.Leaves[0]);
        var copy = state.Leaves[0];
        Optimizer.Step(ref state, Loss, Batch);
        Assert.Same(copy, state.Leaves[0]);
        Assert.Equal(bits, Bits(given));
    }

    [Fact]
    public void What_a_slot_or_a_tree_function_gave_out_never_changes()
    {
        var state = Optimizer.Init(Nets.Net());
        Optimizer.Step(ref state, Loss, Batch);
        var velocity = state.Slot("velocity");
        var bits = Bits(velocity);
        Optimizer.Step(ref state, Loss, Batch);
        Assert.Equal(bits, Bits(velocity));

        var leaves = Tree.Leaves(state);
        var bitsOfAll = leaves.Select(leaf => leaf.bytes.ToArray()).ToArray();
        Optimizer.Step(ref state, Loss, Batch);
        Assert.Equal(bitsOfAll, leaves.Select(leaf => leaf.bytes.ToArray()));
    }

    [Fact]
    public void A_state_made_of_other_leaves_does_not_own_them()
    {
        var source = Optimizer.Update(Loss, Optimizer.Init(Nets.Net()), Batch);
        var copy = Tree.Map(source, leaf => leaf);
        var bits = OptimizerTests.BitsOf(source);

        Optimizer.Step(ref copy, Loss, Batch);
        Assert.Equal(bits, OptimizerTests.BitsOf(source));
    }

    [Fact]
    public void A_state_made_of_other_leaves_keeps_them_when_theirs_goes_on()
    {
        var source = Optimizer.Update(Loss, Optimizer.Init(Nets.Net()), Batch);
        var copy = Tree.Map(source, leaf => leaf);
        var bits = OptimizerTests.BitsOf(copy);

        Optimizer.Step(ref source, Loss, Batch);
        Assert.Equal(bits, OptimizerTests.BitsOf(copy));
    }

    [Fact]
    public void Steps_by_gradients_from_elsewhere_go_on_in_the_same_memory_too()
    {
        var gradients = Nets.Net();
        var expected = Optimizer.UpdateFromGradients(gradients, Optimizer.UpdateFromGradients(gradients, Optimizer.Init(Nets.Net())));

        var state = Optimizer.Init(Nets.Net());
        Optimizer.StepFromGradients(ref state, gradients);
        var first = state.Leaves[0];
        Optimizer.StepFromGradients(ref state, gradients);
        Assert.Same(first, state.Leaves[0]);
        Assert.Equal(OptimizerTests.BitsOf(expected), OptimizerTests.BitsOf(state));
    }

    [Fact]
    public void Printing_a_state_gives_nothing_out()
    {
        var state = Optimizer.Init(Nets.Net());
        Optimizer.Step(ref state, Loss, Batch);
        var first = state.Leaves[0];
        _ = state.ToString();
        Optimizer.Step(ref state, Loss, Batch);
        Assert.Same(first, state.Leaves[0]);
    }

    [Fact]
    public void A_state_that_was_given_away_says_so()
    {
        var state = Optimizer.Init(Nets.Net());
        var old = state;
        Optimizer.Step(ref state, Loss, Batch);

        Assert.NotSame(old, state);
        Action[] uses =
        [
            () => Optimizer.Update(Loss, old, Batch),
            () => Optimizer.Step(ref old, Loss, Batch),
            () => Optimizer.GetParameters(old),
            () => Optimizer.GetStep(old),
            () => old.Slot("velocity"),
            () => Tree.Leaves(old),
            () => Tree.Map(old, leaf => leaf),
            () => Optimizer.UpdateFromGradients(Nets.Net(), old),
        ];
        Assert.All(uses, use => Assert.Contains("was given to Step", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal));
        Assert.Contains("was given to Step", old.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_given_to_step_while_an_update_reads_it_says_so()
    {
        // Done in the middle of the update, as another thread might.
        Action? meanwhile = null;
        var optimizer = Optimizers.Momentum(_ =>
        {
            Interlocked.Exchange(ref meanwhile, null)?.Invoke();
            return 0.1;
        });
        var state = optimizer.Init(Nets.Net());
        Func<OptimizerState<NetParams>, OptimizerState<NetParams>>[] updates =
        [
            old => optimizer.Update(Loss, old, Batch),
            old => optimizer.UpdateFromGradients(Nets.Net(), old),
        ];
        foreach (var update in updates)
        {
            optimizer.Step(ref state, Loss, Batch);
            var old = state;
            meanwhile = () => optimizer.Step(ref state, Loss, Batch);
            Assert.Contains("was given to Step", Assert.Throws<InvalidOperationException>(() => update(old)).Message, StringComparison.Ordinal);
            Assert.NotSame(old, state);
            Assert.Null(meanwhile);
        }
    }

    [Fact]
    public void A_step_that_fails_while_an_update_reads_the_state_disturbs_nothing()
    {
        Action? meanwhile = null;
        var optimizer = Optimizers.Momentum(_ =>
        {
            Interlocked.Exchange(ref meanwhile, null)?.Invoke();
            return 0.1;
        });
        var state = optimizer.Init(Nets.Net());
        optimizer.Step(ref state, Loss, Batch);
        var expected = OptimizerTests.BitsOf(optimizer.Update(Loss, state, Batch));

        meanwhile = () =>
        {
            meanwhile = () => throw new FormatException();
            Assert.Throws<FormatException>(() => optimizer.Step(ref state, Loss, Batch));
        };
        Assert.Equal(expected, OptimizerTests.BitsOf(optimizer.Update(Loss, state, Batch)));
    }

    [Fact]
    public void A_step_without_memory_for_it_leaves_the_state_as_it_was()
    {
        // In place of memory that isn't there: beside a slot that was disposed there is no room for the next one either.
        var state = Optimizer.Init(tensor(1f));
        state.Slot("velocity").Dispose();
        Assert.ThrowsAny<Exception>(() => Optimizer.StepFromGradients(ref state, tensor(1f)));
        Assert.Equal(0, Optimizer.GetStep(state));
        Assert.Equal(1f, Optimizer.GetParameters(state).item<float>());
    }

    [Fact]
    public void A_loss_that_throws_leaves_the_state_as_it_was()
    {
        var optimizer = Optimizers.Momentum(0.1);
        var state = optimizer.Init(tensor(1f));
        optimizer.Step(ref state, new Loss<Tensor>(x => x.square()), default);
        var bits = OptimizerTests.BitsOf(state);

        Assert.Throws<FormatException>(() => optimizer.Step(ref state, new Loss<Tensor>(_ => throw new FormatException()), default));
        Assert.Equal(bits, OptimizerTests.BitsOf(state));
    }

    [Fact]
    public void The_loss_that_step_gives_out_never_changes_even_if_it_is_a_parameter()
    {
        var optimizer = Optimizers.Sgd(0.5);
        var loss = new Loss<Tensor>(x => x);
        var state = optimizer.Init(tensor(1f));
        optimizer.Step(ref state, loss, default);

        var value = optimizer.StepAndGetLoss(ref state, loss, default);
        optimizer.Step(ref state, loss, default);
        Assert.Equal(0.5f, value.item<float>());
    }

    private static byte[][] Bits(NetParams net) => [.. Tree.Leaves(net).Select(leaf => leaf.bytes.ToArray())];
}
