using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

/// <summary>C# runs their initializers on first use, and that may be inside of a network, whose temporaries are disposed.</summary>
public sealed partial class StaticFieldsTests
{
    private static partial class Masked
    {
        private static readonly Tensor Mask = ones(3, 3).tril();

        [Parametrized]
        public static partial Tensor Mix(Tensor x) => Mask.matmul(Dense(x, 2));
    }

    private static class Tables<T>
    {
        public static Tensor Mask { get; } = ones(3, 3).tril();
    }

    private static partial class MaskedByAnother
    {
        [Parametrized]
        public static partial Tensor Mix(Tensor x) => Tables<int>.Mask.matmul(Dense(x, 2));
    }

    private static partial class Remembering
    {
        private static Tensor? s_mask;

        [Parametrized]
        public static partial Tensor Mix(Tensor x) => (s_mask ??= ones(3, 3).tril()).matmul(Dense(x, 2));
    }

    [Fact]
    public void A_tensor_in_a_static_field_that_a_template_names_stays()
    {
        var x = ones(3, 4);
        var parameters = Masked.Mix().Init(new Key(0), x);

        var mixed = Masked.Mix().Apply(parameters, x);

        // Row i is the sum of i + 1 equal rows.
        Assert.True(mixed[2].allclose(3 * mixed[0]));
        Assert.True(Masked.Mix().Apply(parameters, x).equal(mixed).all().item<bool>());
    }

    [Fact]
    public void So_does_one_in_a_static_property_of_another_class()
    {
        var x = ones(3, 4);
        var parameters = MaskedByAnother.Mix().Init(new Key(0), x);

        Assert.Equal([3, 2], MaskedByAnother.Mix().Apply(parameters, x).shape);
    }

    [Fact]
    public void Whoever_keeps_a_tensor_of_a_body_is_told_how()
    {
        var x = ones(3, 4);
        var parameters = Remembering.Mix().Init(new Key(0), x);

        var error = Assert.Throws<InvalidOperationException>(() => Remembering.Mix().Apply(parameters, x));
        Assert.Contains("DetachFromDisposeScope()", error.Message);
    }
}
