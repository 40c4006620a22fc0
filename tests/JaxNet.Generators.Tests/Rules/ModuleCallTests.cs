using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0013: modules that are called like functions.</summary>
public sealed class ModuleCallTests
{
    private const string Add = "\n[Parametrized] public static partial Tensor Add(Tensor x, Tensor y, long n) => Dense(x, n) + y;";

    [Theory]
    [InlineData("var d = Dense(3); return [|d|](x);", "'d' is a module, a 'DenseModule', which C# cannot call; declare it as a layer, 'Layer d = Dense(3);'")]
    [InlineData("var a = Add(3); return [|a|](x, x);", "'a' is a module, a 'AddModule', which C# cannot call; call its template in place")]
    [InlineData("foreach (var d in new[] { Dense(3) }) x = [|d|](x); return x;", "'d' is a module, a 'DenseModule', which C# cannot call; hold it in a local of type 'Layer', and call that")]
    public void JXN0013_in_a_template(string statements, string message) =>
        Rule.Reports("JXN0013", message, Source.InNet(Source.Template(statements) + Add), "CS0149");

    [Fact]
    public void JXN0013_outside() => Rule.Reports(
        "JXN0013",
        "'d' is a module, a 'DenseModule', which C# cannot call; write 'd.Apply(parameters, x)', with parameters from 'Init'",
        Source.InNet("public static Tensor G(Tensor x) { var d = Dense(3); return [|d|](x); }"),
        "CS0149");

    [Fact]
    public void JXN0013_is_silent_of_layers() => Rule.IsSilent(Source.Body("Layer d = Dense(3); Func<Tensor, Tensor> f = Relu; return f(d(d(x)));"));

    [Theory]
    [InlineData("var d = Dense(3); return d(x);", "Layer d = Dense(3); return d(x);")]
    [InlineData("Layers.DenseModule d = Dense(3); return d(x);", "Layer d = Dense(3); return d(x);")]
    public void The_fix_declares_a_layer(string before, string after)
    {
        Assert.Equal(Source.Body(after), Editor.Fix("JXN0013", Source.Body(before)));
        Rule.IsSilent(Source.Body(after));
    }

    [Theory]
    [InlineData("var a = Add(3); return a(x, x);")]
    [InlineData("Layers.DenseModule d = Dense(3), e = Dense(4); return d(x);")]
    public void Nothing_is_offered_where_that_is_not_enough(string statements) =>
        Editor.OffersNothing("JXN0013", Source.InNet(Source.Template(statements) + Add));
}
