using JaxNet.Tests;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

/// <summary>
/// What a program sets as the type of new tensors is for its own: layers and draws have the type of what they are given, or single precision.
/// The setting is the whole process's, so that these tests run alone.
/// </summary>
[Collection(RunsAlone.Name)]
public sealed class DefaultTypeTests
{
    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    public void MaxPooling(ScalarType type)
    {
        var image = arange(16, dtype: ScalarType.Float32).reshape(1, 4, 4, 1);
        var pooling = MaxPool((2, 2), (2, 2));
        var pooled = With(type, () => pooling.Apply(pooling.Init(new Key(0), image), image));
        Assert.Equal([5f, 7, 13, 15], pooled.data<float>().ToArray());
    }

    [Fact]
    public void GatedRecurrentUnits()
    {
        var net = Rnn(GRUCell(3), 3);
        var inputs = new Key(1).Normal([2, 4, 5]);
        var parameters = net.Init(new Key(0), inputs);
        var valueAndGrad = Transforms.ValueAndGrad((RnnParams<GRUCellParams> p) => net.Apply(p, inputs).sum());
        var expected = valueAndGrad(parameters);

        var (value, gradient) = With(ScalarType.Float64, () => valueAndGrad(parameters));
        Assert.True(value.Equals(expected.Value));
        Assert.True(Tree.LeavesArray(gradient).Zip(Tree.LeavesArray(expected.Gradient)).All(pair => pair.First.Equals(pair.Second)));
    }

    [Fact]
    public void OrthogonalDraws() => Assert.Equal(ScalarType.Float32, With(ScalarType.Float64, () => new Key(0).Orthogonal(3)).dtype);

    private static T With<T>(ScalarType type, Func<T> function)
    {
        var before = get_default_dtype();
        set_default_dtype(type);
        try
        {
            return function();
        }
        finally
        {
            set_default_dtype(before);
        }
    }
}
