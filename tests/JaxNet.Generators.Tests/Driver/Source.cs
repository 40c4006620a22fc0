namespace JaxNet.Generators.Tests.Driver;

/// <summary>Shortens the sources of tests.</summary>
internal static class Source
{
    /// <summary>The using directives that a file with templates starts with; one line, so that lines are easy to count.</summary>
    public const string Usings =
        "using System; using System.Collections.Generic; using System.Linq; using JaxNet; using TorchSharp; " +
        "using static JaxNet.Layers; using static JaxNet.Primitives; using static TorchSharp.torch;\n";

    /// <summary>These members in a class <c>Net</c>; the first of them on line 5.</summary>
    public static string InNet(string members) => $"{Usings}\npublic static partial class Net\n{{\n{members}\n}}\n";

    /// <summary>A template <c>F</c> from a tensor <c>x</c> to a tensor with these statements in its body.</summary>
    public static string Body(string statements) => InNet(Template(statements));

    /// <summary>A template <c>F</c> from a tensor <c>x</c> to a tensor with these statements in its body, without its class.</summary>
    public static string Template(string statements) => $"[Parametrized]\npublic static partial Tensor F(Tensor x)\n{{\n{statements}\n}}";
}
