using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class OptimizerStateTests
{
    private readonly OptimizerState<DenseParams> _state = Optimizers.Adam().Init(Nets.Dense(300, 4));

    [Fact]
    public void A_state_is_a_tree_of_parameters_slots_and_step() => Assert.Equal(
        [
            "parameters.kernel", "parameters.bias", "first_moment.kernel", "first_moment.bias",
            "second_moment.kernel", "second_moment.bias", "step",
        ],
        Tree.Paths(_state));

    [Fact]
    public void A_state_prints_as_a_tree() => Assert.Equal(
        """
        OptimizerState, step 0                    3,613
          parameters                              1,204
            kernel              float32 [300, 4]  1,200
            bias                float32 [4]           4
          first_moment                            1,204
            kernel              float32 [300, 4]  1,200
            bias                float32 [4]           4
          second_moment                           1,204
            kernel              float32 [300, 4]  1,200
            bias                float32 [4]           4
          step                  int64 []              1
        """,
        _state.ToString());

    [Fact]
    public void Mapping_a_state_keeps_its_step_and_its_slots()
    {
        var optimizer = Optimizers.Adam();
        var (gradients, state) = (Nets.Dense(300, 4, start: 1), _state);
        for (var i = 0; i < 3; i++)
            state = optimizer.UpdateFromGradients(gradients, state);

        var doubles = Tree.Map(state, leaf => leaf.type(ScalarType.Float64));
        Assert.Equal(3, optimizer.GetStep(doubles));
        Assert.Equal(ScalarType.Float64, doubles.Slot("second_moment").Bias.dtype);
        Assert.True(doubles.Slot("first_moment").Kernel.type(ScalarType.Float32).equal(state.Slot("first_moment").Kernel).all().item<bool>());

        doubles = optimizer.UpdateFromGradients(Tree.Map(gradients, leaf => leaf.type(ScalarType.Float64)), doubles);
        Assert.Equal(4, optimizer.GetStep(doubles));
    }

    [Fact]
    public void Other_parameters_come_in_beside_the_same_slots_and_step()
    {
        var optimizer = Optimizers.Momentum(0.5, mass: 0.5);
        var first = optimizer.UpdateFromGradients(tensor(2f), optimizer.Init(tensor(10f)));

        var moved = first.WithParameters(tensor(100f));
        var next = moved;
        optimizer.StepFromGradients(ref next, tensor(4f));

        // The velocity is 2, and then 0.5 * 2 + 4.
        Assert.Equal(97.5f, optimizer.GetParameters(next).item<float>());
        Assert.Equal(2, optimizer.GetStep(next));
        Assert.Equal(9f, optimizer.GetParameters(first).item<float>());
        Assert.Equal(2f, first.Slot("velocity").item<float>());
    }

    [Fact]
    public void The_parameters_that_came_in_are_never_written_to()
    {
        var optimizer = Optimizers.Adam(0.1);
        var parameters = ones(3);
        var state = optimizer.Init(zeros(3)).WithParameters(parameters);

        for (var i = 0; i < 3; i++)
            optimizer.StepFromGradients(ref state, ones(3));

        Assert.Equal([1f, 1, 1], parameters.data<float>().ToArray());
    }

    [Fact]
    public void Parameters_that_dont_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => _state.WithParameters(Nets.Dense(300, 5)));
        Assert.Contains("'kernel' is float32 of shape [300, 5], where the state's is float32 of shape [300, 4]", error.Message, StringComparison.Ordinal);

        var shared = ones(2);
        Assert.Throws<ArgumentException>(() => Optimizers.Sgd(1).Init((ones(2), ones(2))).WithParameters((shared, shared)));
        Assert.Throws<ArgumentException>(() => Optimizers.Sgd(1).Init((shared, shared)).WithParameters((ones(2), ones(2))));
        Assert.Throws<ArgumentException>(() => _state.WithParameters(Tree.Map(Nets.Dense(300, 4), leaf => leaf.@double())));
    }
}
