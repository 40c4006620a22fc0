namespace JaxNet.Language.Tests.Bodies;

/// <summary>Layers that could have parameters, and have none this time: their typed members and paths are named all the same.</summary>
public sealed partial class LayersWithoutLeaves
{
    [Parametrized]
    private static partial Tensor Rising(Tensor x, params long[] widths)
    {
        foreach (var width in widths)
            x = Dense(x, width);

        return x;
    }

    [Parametrized]
    private static partial Tensor Around(Tensor x, Layer inner) => inner(x);

    [Parametrized]
    private static partial Tensor Loops(Tensor x) => Sequential(x,
        Rising(3, 2), Tanh, Rising(), Sequential(Rising()), Sequential(Tanh), Sequential(Dense(2)), Around(Rising()), Around(Tanh), Around(Dense(4)));

    [Fact]
    public void A_loop_without_rounds() => Body.Of(Loops())
        .Draws(Denses("sequential.rising0.dense.0 sequential.rising0.dense.1 sequential.sequential1.dense sequential.around1.inner", 3, 3, 2, 2, 4))
        .Is((p, x) =>
        {
            var layers = p.Sequential;
            Assert.Empty(layers.Rising1.Dense);
            Assert.Empty(layers.Around0.Inner.Dense);
            Assert.Equal([0, 2, 3, 5, 6, 8], Enumerable.Range(0, layers.Count).Where(i => layers[i] is not null));
            x = Affine(tanh(tanh(Affine(x, layers.Rising0.Dense))), layers.Sequential1.Dense);
            return Affine(tanh(x), layers.Around1.Inner);
        });

    [Parametrized]
    private static partial Tensor Last(Tensor x, params Layer[] layers) => layers[^1](x);

    [Parametrized]
    private static partial Tensor Uncalled(Tensor x) => Last(x, Sequential(Dense(4)), Sequential(Dense(2)));

    [Fact]
    public void A_layer_that_is_never_called() => Body.Of(Uncalled())
        .Draws(Denses("last.sequential1.dense", 3, 2))
        .Is((p, x) => Affine(x, p.Last.Sequential1.Dense));
}
