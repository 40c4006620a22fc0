using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

/// <summary>What a layer says to inputs that it can't take.</summary>
public sealed class RefusedInputTests
{
    private static readonly Tensor s_doubles = zeros(2, 4, 4, 3, dtype: ScalarType.Float64);

    [Fact]
    public void Each_pooling_goes_by_its_own_name()
    {
        Assert.StartsWith("MaxPool takes images of shape", Refusal(() => MaxPool((2, 2)).Init(new Key(0), zeros(2, 3))));
        Assert.StartsWith("SumPool takes images of shape", Refusal(() => SumPool((2, 2)).Init(new Key(0), zeros(2, 3))));
        Assert.StartsWith("AvgPool takes images of shape", Refusal(() => AvgPool((2, 2)).Init(new Key(0), zeros(2, 3))));
        Assert.StartsWith("AvgPool: the window (9, 9)", Refusal(() => AvgPool((9, 9)).Init(new Key(0), zeros(2, 4, 4, 1))));
    }

    [Fact]
    public void Element_types_are_written_as_PyTorch_writes_them()
    {
        Assert.Contains("but got float32.", Refusal(() => Embedding(5, 2).Init(new Key(0), zeros(3))));
        Assert.Contains("but got float32;", Refusal(() => AttentionMask.Where(zeros(3))));
    }

    [Fact]
    public void Inputs_of_another_type_than_the_parameters_are_refused_alike_by_all_layers()
    {
        Wants(() => Conv(2, (3, 3)).Init(new Key(0), s_doubles));
        Wants(() => Conv1D(2, 3).Init(new Key(0), s_doubles.squeeze(0).select(0, 0)));
        Wants(() => ConvTranspose(2, (3, 3), (2, 2)).Init(new Key(0), s_doubles));
        Wants(() => LayerNorm().Init(new Key(0), s_doubles));
        Wants(() => LayerNorm(scale: false).Init(new Key(0), s_doubles));
        Wants(() => RMSNorm().Init(new Key(0), s_doubles));
        Wants(() => GroupNorm(3).Init(new Key(0), s_doubles));
        Wants(() => GroupNorm(3, scale: false).Init(new Key(0), s_doubles));
        Wants(() => BatchNorm().Init(new Key(0), s_doubles));
        Wants(() => BatchNorm(center: false).Init(new Key(0), s_doubles));
        Wants(() => RunningBatchNorm().InitWithState(new Key(0), s_doubles));
        Wants(() => PReLU().Init(new Key(0), s_doubles));
        Wants(() => PReLU(perChannel: true).Init(new Key(0), s_doubles));
        Wants(() => Dense(2).Init(new Key(0), s_doubles));
        Wants(() => SelfAttention(3).Init(new Key(0), s_doubles.select(0, 0)));

        static void Wants(Action call) => Assert.StartsWith(
            "The inputs are of type float64, but the parameters of type float32. Convert the inputs with .type(ScalarType.Float32), or the parameters with " +
            "Tree.Map(parameters, p => p.type(ScalarType.Float64)).",
            Refusal(call));
    }

    [Fact]
    public void A_bias_that_would_make_all_that_follows_wider_is_refused()
    {
        var image = zeros(1, 4, 4, 3);
        var (dense, conv, cell) = (Dense(2), Conv(2, (3, 3)), LSTMCell(2));
        var (ofDense, ofConv) = (dense.Init(new Key(0), image), conv.Init(new Key(0), image));
        var step = ((zeros(1, 2), zeros(1, 2)), zeros(1, 3));
        var ofCell = cell.Init(new Key(0), step);

        Wants(() => dense.Apply(ofDense with { Bias = ofDense.Bias.@double() }, image));
        Wants(() => dense.Apply(ofDense with { Bias = ofDense.Bias.@double() }, zeros(1, 3)));
        Wants(() => conv.Apply(ofConv with { Bias = ofConv.Bias.@double() }, image));
        Wants(() => cell.Apply(ofCell with { OutputBias = ofCell.OutputBias.@double() }, step));

        static void Wants(Action call) => Assert.StartsWith("The inputs are of type float32, but the parameters of type float64.", Refusal(call));
    }

    [Fact]
    public void A_narrower_bias_is_taken()
    {
        var parameters = Tree.Map(Dense(2).Init(new Key(0), zeros(1, 3)), p => p.@double());

        Assert.Equal(ScalarType.Float64, Dense(2).Apply(parameters with { Bias = parameters.Bias.@float() }, zeros(1, 3, ScalarType.Float64)).dtype);
    }

    [Fact]
    public void Parameters_of_the_inputs_type_are_taken_by_all_layers()
    {
        var conv = Conv(2, (3, 3));
        var norm = LayerNorm();
        var bare = BatchNorm(center: false, scale: false);

        Assert.Equal(ScalarType.Float64, conv.Apply(Doubles(conv.Init(new Key(0), zeros(2, 4, 4, 3))), s_doubles).dtype);
        Assert.Equal(ScalarType.Float64, norm.Apply(Doubles(norm.Init(new Key(0), zeros(2, 4, 4, 3))), s_doubles).dtype);
        Assert.Equal(ScalarType.Float64, bare.Apply(bare.Init(new Key(0), s_doubles), s_doubles).dtype);

        static T Doubles<T>(T parameters) => Tree.Map(parameters, leaf => leaf.type(ScalarType.Float64));
    }

    [Fact]
    public void A_recurrent_network_says_that_it_wants_time_and_channels()
    {
        Wants("[3]", zeros(3));
        Wants("[2, 3]", zeros(2, 3));
        Wants("[2, 3, 4, 5]", zeros(2, 3, 4, 5));

        static void Wants(string got, Tensor inputs)
        {
            var expected = $"Rnn takes inputs of shape [n, time, channels], but got {got}.";
            Assert.StartsWith(expected, Refusal(() => Rnn(GRUCell(4), 4).Init(new Key(0), inputs)));
            Assert.StartsWith(expected, Refusal(() => Rnn(LSTMCell(4), 4).Init(new Key(0), inputs)));
        }
    }

    [Fact]
    public void A_cell_says_what_a_step_looks_like()
    {
        Assert.StartsWith("GRUCell takes inputs of shape [n, channels], here [2, channels], but got [].", Refusal(() => GRUCell(4).Init(new Key(0), zeros(2, 4), zeros([]))));
        Assert.StartsWith("GRUCell takes inputs of shape [n, channels], here [2, channels], but got [3, 5].", Refusal(() => GRUCell(4).Init(new Key(0), zeros(2, 4), zeros(3, 5))));
        Assert.StartsWith("LSTMCell takes inputs of shape [n, channels], here [2, channels], but got [].", Refusal(() => LSTMCell(4).Init(new Key(0), (zeros(2, 4), zeros(2, 4)), zeros([]))));
        Assert.StartsWith("LSTMCell takes inputs of shape [n, channels], here [2, channels], but got [2, 1, 5].", Refusal(() => LSTMCell(4).Init(new Key(0), (zeros(2, 4), zeros(2, 4)), zeros(2, 1, 5))));
    }

    [Fact]
    public void A_number_alone_has_no_channels()
    {
        Assert.StartsWith("PReLU with a slope for each channel takes inputs of shape [..., channels], but got a single number", Refusal(() => PReLU(perChannel: true).Init(new Key(0), tensor(1f))));
        Assert.Equal(-0.25f, PReLU().Apply(PReLU().Init(new Key(0), tensor(1f)), tensor(-1f)).item<float>());
        Assert.StartsWith("TransformerBlock takes inputs of shape [n, time, features], but got []", Refusal(() => TransformerBlock(2).Init(new Key(0), tensor(1f))));
        Assert.StartsWith("TransformerBlock takes inputs of shape [n, time, features], but got [4, 6]", Refusal(() => TransformerBlock(2).Init(new Key(0), zeros(4, 6))));
        Assert.StartsWith("RotaryEmbedding takes inputs of shape [..., time, size], but got []", Refusal(() => RotaryEmbedding(tensor(1f))));
        Assert.StartsWith("RotaryEmbedding takes inputs of shape [..., time, size], but got [4]", Refusal(() => RotaryEmbedding(zeros(4))));
        Assert.StartsWith("Flatten takes inputs of shape [n, ...], but got a single number", Refusal(() => Flatten(tensor(1f))));
        Assert.StartsWith("WeightNorm takes a kernel of shape [..., outputs], but got a single number", Refusal(() => WeightNorm().Init(new Key(0), tensor(1f))));
        Assert.StartsWith("SpectralNorm takes a kernel of shape [..., outputs], but got a single number", Refusal(() => SpectralNorm().Init(new Key(0), tensor(1f))));
    }

    private static string Refusal(Action call) => Assert.Throws<ArgumentException>(call).Message;
}
