using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0004: functions that may have [Parametrized], but are no methods.</summary>
public sealed class MisplacedTemplateTests
{
    [Theory]
    [InlineData("public static Tensor G(Tensor x) { return L(x); [[|Parametrized|]] static Tensor L(Tensor y) => Dense(y, 3); }", "L", "a local function")]
    [InlineData("public static Tensor G(Tensor x) { return L(x) + CurrentScale(); [[|Parametrized|]] Tensor L(Tensor y) { var w = Parameter([3], Initializers.Ones()); return y * w * (CurrentMode == Mode.Train ? 1 : 2); } static Tensor CurrentScale() => ones(3); }", "L", "a local function")]
    [InlineData("public static Func<Tensor, Tensor> G() => [[|ParametrizedAttribute|]] (y) => Dense(y, 3);", "(y) => Dense(y, 3)", "a lambda")]
    [InlineData("public static Tensor P { [[|Parametrized|]] get { return Dense(ones(3), 3); } }", "P", "a property")]
    [InlineData("public sealed class C { public Tensor this[int i] { [[|Parametrized|]] get => Dense(ones(3), i); } }", "get", "an accessor")]
    [InlineData("public sealed class C { [[|JaxNet.Parametrized|]] public static Tensor operator +(C a, Tensor x) => Dense(x, 3); }", "+", "an operator")]
    [InlineData("public sealed class C { [[|Parametrized|]] public static implicit operator Tensor(C a) => Dense(ones(3), 3); }", "Tensor", "a conversion")]
    [InlineData("public sealed class C { [[|Parametrized|]] ~C() => Dense(ones(3), 3); }", "~C", "a finalizer")]
    public void JXN0004_no_method(string member, string name, string kind) => Rule.Reports(
        "JXN0004", $"The template '{name}' is {kind}; write it as a method, 'static partial', of a partial class", Source.InNet(member));

    [Theory]
    [InlineData("using Par = JaxNet.ParametrizedAttribute;", "Par")]
    [InlineData("global using ParAttribute = JaxNet.ParametrizedAttribute;", "ParAttribute")]
    public void JXN0004_by_another_name(string alias, string name) => Rule.Reports(
        "JXN0004",
        $"The template 'F' has its attribute by the name '{name}', by which it isn't found; write [Parametrized]",
        alias + Source.InNet($"[[|{name}|]] public static partial Tensor F(Tensor x) => x * 2;"),
        "CS0759");

    [Fact]
    public void JXN0004_in_a_template() => Rule.ReportsEach(
        "JXN0004", Source.Body("return L(x) * 2; [[|Parametrized|]] static Tensor L(Tensor y) => y + 1;"));

    [Fact]
    public void JXN0004_where_statements_stand_at_the_top() => Rule.ReportsEach(
        "JXN0004", Source.Usings + "Console.WriteLine(L(ones(3)).shape); [[|Parametrized|]] static Tensor L(Tensor y) => Dense(y, 3);", "CS8805");

    [Theory]
    [InlineData("public sealed class C { [Parametrized] public C() { } }")]
    [InlineData("[Parametrized] public static Tensor P => ones(3);")]
    public void Where_the_attribute_is_not_allowed_the_compiler_says_so(string member) => Rule.IsLeftToTheCompiler(Source.InNet(member), "CS0592");

    [Fact]
    public void Another_attribute_of_that_name_is_no_concern() => Rule.IsSilent(
        "namespace Other { public sealed class ParametrizedAttribute : System.Attribute; public static class C { public static int G() { return L(); [Parametrized] static int L() => 3; } } }");
}
