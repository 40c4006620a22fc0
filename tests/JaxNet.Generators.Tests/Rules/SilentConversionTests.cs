using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0009 in final code, and its fix.</summary>
public sealed class SilentConversionTests
{
    private const string Half = "[Parametrized] public static partial Tensor Half(Tensor x) => x / 2;\n";

    [Fact]
    public void JXN0009_in_ordinary_code() => Rule.Reports(
        "JXN0009",
        "'0.5f' silently converts to a tensor here and becomes the input 'x' of 'Half'; if that is meant, write torch.tensor(0.5f), if a hyperparameter is meant, give it by name",
        Source.InNet(Half + "public static Tensor G() => Half([|0.5f|]);"));

    [Theory]
    [InlineData("Layer d = Dense(3); return d([|3|]);")]
    [InlineData("return Half([|new[] { 1f }|]) + Half(x);")]
    public void JXN0009_in_a_template(string statements) => Rule.ReportsEach("JXN0009", Source.InNet(Half + Source.Template(statements)));

    [Fact]
    public void JXN0009_of_a_layer_in_ordinary_code() => Rule.ReportsEach("JXN0009", Source.InNet("public static Tensor G(Layer f) => f([|0.5|]) + f(ones(3));"));

    [Fact]
    public void JXN0009_of_one_of_many_inputs() => Rule.ReportsEach("JXN0009", Source.InNet("""
        [Parametrized] public static partial Tensor All(Tensor x, params Tensor[] others) => stack([x, .. others]);
        [Parametrized] public static partial Tensor F(Tensor x) => All(x, x, [|3|]) + All(x, [|new[] { 1f }|]) + All(x, [|others: 2|]) + All(x, x, x) + All(x, [x]) + All(x);
        public static Tensor G(Tensor x) => All(x, [|3|], [|4|]);
        """));

    [Fact]
    public void JXN0009_is_silent_of_tensors() => Rule.IsSilent(Source.InNet(Half + "public static Tensor G(Tensor y, Layer f) => Half().Apply(Half().Init(new Key(0), y), 3) + f(y);"));

    [Theory]
    [InlineData("return Half(0.5);", "return Half(torch.tensor(0.5));")]
    [InlineData("return x + Half(/* here */ new[] { 1f });", "return x + Half(/* here */ torch.tensor(new[] { 1f }));")]
    public void The_fix_says_that_a_tensor_is_meant(string before, string after)
    {
        Assert.Equal(Source.InNet(Half + Source.Template(after)), Editor.Fix("JXN0009", Source.InNet(Half + Source.Template(before))));
        Rule.IsSilent(Source.InNet(Half + Source.Template(after)));
    }
}
