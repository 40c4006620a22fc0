using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class AttentionTests
{
    private static readonly long[] s_keep = [1, 1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0];

    [Fact]
    public void MultiheadAttentionIsPyTorchs() => CheckOfThree("multihead_attention", _ => null);

    [Fact]
    public void AMaskOfBooleansIsPyTorchsNegated()
    {
        var keep = tensor(s_keep, [3, 5]).@bool();

        CheckOfThree("multihead_attention, masked", _ => AttentionMask.Where(keep));
    }

    [Fact]
    public void AnAdditiveMaskIsPyTorchsAndCanBeLearned() =>
        CheckOfThree("multihead_attention, with a bias", inputs => inputs.Length > 3 ? AttentionMask.Additive(inputs[3]) : null);

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.Int64)]
    public void AnAdditiveMaskOfAnotherTypeIsConverted(ScalarType type)
    {
        var x = new Key(1).Normal([2, 3, 4]);
        var bias = tensor(new float[] { 0, -3, 2 });
        var parameters = SelfAttention(2).Init(new Key(0), x);

        var output = SelfAttention(2, AttentionMask.Additive(bias.type(type))).Apply(parameters, x);

        Assert.Equal(ScalarType.Float32, output.dtype);
        Assert.True(output.Equals(SelfAttention(2, AttentionMask.Additive(bias)).Apply(parameters, x)));
    }

    [Fact]
    public void ACausalMaskIsPyTorchs()
    {
        Golden.Check("self_attention, causal", SelfAttention(2, AttentionMask.Causal));
        Golden.Check("self_attention, causal", SelfAttention(2, AttentionMask.Causal & AttentionMask.Where(ones(5, 5).@bool())));
        Golden.Check("self_attention, causal", SelfAttention(2, AttentionMask.Where(ones(1, 1, 5, 5).@bool()) & AttentionMask.Causal));
    }

    [Fact]
    public void RotaryEmbeddingsAreTurnsInTheComplexPlane() =>
        Golden.Check("self_attention, causal and rotary", SelfAttention(2, AttentionMask.Causal, rotary: true));

    [Fact]
    public void TransformerBlockEqualsItsFormula() => Golden.Check("transformer_block", TransformerBlock(2, hidden: 6));

    [Fact]
    public void AQueryThatMaySeeNothingSeesTheMean()
    {
        var attention = SelfAttention(1, AttentionMask.Where(zeros(3, 3).@bool()));
        var x = new Key(1).Normal([1, 3, 4]);
        var parameters = attention.Init(new Key(0), x);

        var p = parameters.MultiheadAttention;
        var mean = x.matmul(p.ValueKernel).mean([1], keepdim: true).expand(1, 3, 4);
        Assert.True(allclose(mean.matmul(p.OutputKernel), attention.Apply(parameters, x), atol: 1e-5));
    }

    [Fact]
    public void DropoutIsInTrainingOnly()
    {
        var block = TransformerBlock(2, dropout: 0.5);
        var x = new Key(1).Normal([2, 3, 4]);
        var parameters = block.Init(new Key(0), x);

        var trained = block.Apply(parameters, x, new Key(2));

        Assert.False(allclose(trained, block.Apply(parameters, x, new Key(3))));
        Assert.True(allclose(trained, block.Apply(parameters, x, new Key(2))));
        Assert.True(allclose(TransformerBlock(2).Apply(parameters, x), block.Apply(parameters, x, mode: Mode.Eval)));
        Assert.Throws<MissingKeyException>(() => block.Apply(parameters, x));
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedInTheLayersWords()
    {
        Assert.Contains("into 3 heads", Refused(() => SelfAttention(3).Init(new Key(0), zeros(1, 2, 4))));
        Assert.Contains("[2, 4]", Refused(() => SelfAttention(2).Init(new Key(0), zeros(2, 4))));
        Assert.Contains("odd number", Refused(() => RotaryEmbedding(zeros(1, 2, 3))));
        Assert.Contains("Additive", Refused(() => AttentionMask.Where(zeros(2, 2))));

        var one = zeros(1, 1, 4);
        Assert.Contains("The mask broadcasts to [1, 2, 1, 3], but", Refused(() => SelfAttention(2, AttentionMask.Additive(zeros(3))).Init(new Key(0), one)));
        Assert.Contains("The mask broadcasts to [1, 2, 5, 1], but", Refused(() => SelfAttention(2, AttentionMask.Where(ones(5, 1).@bool())).Init(new Key(0), one)));
    }

    private static void CheckOfThree(string name, Func<Tensor[], AttentionMask?> mask) => Golden.Check(
        name,
        inputs => MultiheadAttention(2).Init(new Key(0), inputs[0], inputs[1], inputs[2]),
        (parameters, inputs) => MultiheadAttention(2, mask(inputs)).Apply(parameters, inputs[0], inputs[1], inputs[2]));

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
