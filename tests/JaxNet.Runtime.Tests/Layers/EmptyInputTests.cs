using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

/// <summary>A batch without examples, and sequences without steps, go through as through any other operation of libtorch.</summary>
public sealed class EmptyInputTests
{
    [Fact]
    public void Attention_takes_no_examples_and_no_steps()
    {
        Check(SelfAttention(3), [2, 4, 6], [0, 4, 6]);
        Check(SelfAttention(3), [2, 4, 6], [2, 0, 6]);
        Check(SelfAttention(3, AttentionMask.Causal, rotary: true), [2, 4, 6], [0, 4, 6]);
        Check(SelfAttention(3, AttentionMask.Causal, rotary: true), [2, 4, 6], [2, 0, 6]);
        Check(TransformerBlock(3, dropout: 0.5), [2, 4, 6], [0, 4, 6]);
        Check(TransformerBlock(3), [2, 4, 6], [2, 0, 6]);
    }

    [Fact]
    public void Normalizations_take_no_examples()
    {
        Check(GroupNorm(2), [2, 3, 4], [0, 3, 4]);
        Check(GroupNorm(2), [2, 3, 3, 4], [2, 0, 3, 4]);
        Check(GroupNorm(2), [2, 4], [0, 4]);
        Check(LayerNorm(), [2, 3, 4], [0, 3, 4]);
        Check(RMSNorm(2), [2, 3, 4], [0, 3, 4]);
        Check(BatchNorm(), [2, 3, 4], [0, 3, 4]);
    }

    [Fact]
    public void So_do_all_other_layers()
    {
        Check(Dense(3), [2, 4], [0, 4]);
        Check(Dense(3), [2, 5, 4], [2, 0, 4]);
        Check(Mlp([5, 4]), [2, 4], [0, 4]);
        Check(Dropout(0.5), [2, 4], [0, 4]);
        Check(PReLU(perChannel: true), [2, 4], [0, 4]);
        Check(Conv(3, (2, 2)), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(Conv(3, (2, 2), padding: "SAME"), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(Conv1D(3, 2), [2, 4, 2], [0, 4, 2]);
        Check(ConvTranspose(3, (2, 2), (2, 2)), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(Conv1DTranspose(3, 2, 2), [2, 4, 2], [0, 4, 2]);
        Check(MaxPool((2, 2), (2, 2)), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(MaxPool((3, 3)), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(SumPool((2, 2), (2, 2)), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(AvgPool((2, 2), padding: "SAME"), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(AdaptiveAvgPool([2, 2]), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(AdaptiveMaxPool([2, 2]), [2, 4, 4, 2], [0, 4, 4, 2]);
        Check(Rnn(GRUCell(3), 3), [2, 4, 2], [0, 4, 2]);
        Check(Rnn(LSTMCell(3), 3), [2, 4, 2], [0, 4, 2]);
        Check(Sequential(Dense(3), Relu, Flatten), [2, 5, 4], [0, 5, 4]);
    }

    [Fact]
    public void No_indices_are_looked_up_as_no_rows()
    {
        var embedding = Embedding(7, 3);
        var parameters = embedding.Init(new Key(0), zeros([2], ScalarType.Int64));

        Assert.Equal([0, 5, 3], embedding.Apply(parameters, zeros([0, 5], ScalarType.Int64)).shape);
    }

    [Fact]
    public void Running_averages_stay_as_they_are_without_examples()
    {
        var norm = RunningBatchNorm();
        var (parameters, state) = norm.InitWithState(new Key(0), zeros(2, 3));

        var (output, same) = norm.Apply(parameters, state, zeros(0, 3));

        Assert.Equal([0, 3], output.shape);
        Assert.Equal(state, same);
    }

    /// <summary>The output is empty, with the other sizes that some examples give; and the gradients of its sum, by parameters and inputs, are zeros of their shapes.</summary>
    private static void Check<TParams>(Module<TParams, Tensor, Tensor> module, long[] some, long[] none)
    {
        var (parameters, example) = module.InitWithOutput(new Key(0), new Key(1).Normal(some));
        var axis = none.AsSpan().IndexOf(0);
        long[] expected = [.. example.shape];
        expected[axis] = 0;

        Assert.Equal(expected, module.Apply(parameters, zeros(none), new Key(2)).shape);
        Assert.Equal(expected, module.InitWithOutput(new Key(0), zeros(none)).Output.shape);

        var byParameters = Transforms.Grad<TParams>(at => module.Apply(at, zeros(none), new Key(2)).sum())(parameters);
        var byInputs = Transforms.Grad<Tensor>(at => module.Apply(parameters, at, new Key(2)).sum())(zeros(none));

        Assert.Equal(none, byInputs.shape);
        Assert.All(Tree.Zip(parameters, byParameters), pair =>
        {
            Assert.Equal(pair.First.shape, pair.Second.shape);
            Assert.Equal(0, pair.Second.abs().sum().item<float>());
        });
    }
}
