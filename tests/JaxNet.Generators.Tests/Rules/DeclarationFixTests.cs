using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>The fix of JXN0001 and JXN0002: modifiers.</summary>
public sealed class DeclarationFixTests
{
    [Theory]
    [InlineData("public static Tensor F(Tensor x) => x;", "public static partial Tensor F(Tensor x) => x;")]
    [InlineData("public partial Tensor F(Tensor x) => x;", "public static partial Tensor F(Tensor x) => x;")]
    [InlineData("private Tensor F(Tensor x) => x;", "private static partial Tensor F(Tensor x) => x;")]
    [InlineData("// A comment.\nTensor F(Tensor x) => x;", "// A comment.\nstatic partial Tensor F(Tensor x) => x;")]
    public void JXN0001(string before, string after) => Assert.Equal(
        Source.InNet("[Parametrized]\n" + after), Editor.Fix("JXN0001", Source.InNet("[Parametrized]\n" + before)));

    [Theory]
    [InlineData("public static class Net", "public static partial class Net")]
    [InlineData("/// <summary>Some.</summary>\nstatic class Net", "/// <summary>Some.</summary>\nstatic partial class Net")]
    [InlineData("// Some.\nclass Net", "// Some.\npartial class Net")]
    [InlineData("public partial class Outer { } internal struct Net", "public partial class Outer { } internal partial struct Net")]
    public void JXN0002(string before, string after)
    {
        const string Members = " { [Parametrized] public static partial Tensor F(Tensor x) => x; }\n";
        Assert.Equal(Source.Usings + after + Members, Editor.Fix("JXN0002", Source.Usings + before + Members));
    }
}
