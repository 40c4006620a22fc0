using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class EmbeddingTests
{
    [Fact]
    public void EmbeddingIsPyTorchs() => Golden.Check("embedding", Embedding(5, 3));

    [Fact]
    public void IndicesOfTypeInt32WorkToo()
    {
        var embedding = Embedding(4, 2);
        var parameters = embedding.Init(new Key(0), tensor(new[] { 0 }));

        Assert.True(embedding.Apply(parameters, tensor(new[] { 3 })).Equals(parameters.Table.narrow(0, 3, 1)));
    }

    [Fact]
    public void NumbersThatAreNoIndicesAreRefused() =>
        Assert.Contains("int64 or int32", Assert.Throws<ArgumentException>(() => Embedding(4, 2).Init(new Key(0), zeros(1))).Message);

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void AnIndexWithoutARowIsNamed(int index)
    {
        var embedding = Embedding(4, 2);
        var parameters = embedding.Init(new Key(0), tensor(new[] { 0L }));

        var error = Assert.Throws<ArgumentOutOfRangeException>("indices", () => embedding.Apply(parameters, tensor(new[] { 1, index, 2 })));

        Assert.StartsWith($"Embedding has rows for the indices 0 to 3, but the inputs have an index {index}.", error.Message);
    }
}
