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
}
