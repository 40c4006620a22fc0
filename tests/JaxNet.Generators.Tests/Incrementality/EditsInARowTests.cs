using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Incrementality;

/// <summary>Whatever was edited before, the files are those that a first run would write: what is remembered of former runs is never out of date.</summary>
public sealed class EditsInARowTests
{
    private const string Nets = Source.Usings + """
        public static partial class Nets
        {
            private const long Width = 3;

            [Parametrized]
            public static partial Tensor Block(Tensor x, long size) => Dense(x, size);

            [Parametrized]
            public static partial Tensor Small(Tensor x)
            {
                var gain = Parameter([Width], Initializers.Ones(), "gain");
                return Block(x, Width) * gain;
            }

            [Parametrized]
            public static partial Tensor Around(Tensor x, Layer layer)
            {
                var place = 1;
                return layer(x) * place;
            }

            [Parametrized]
            public static partial Tensor Large(Tensor x) => Small(x) + Layers.Dense(x, Width);
        }
        """;

    private const string Other = """
        internal static class Other
        {
            public static int Number() => 1;
        }
        """;

    private const string Extra = Source.Usings + """
        public static partial class Nets
        {
            private const double Half = 0.5;

            [Parametrized]
            public static partial Tensor Extra(Tensor x) => Small(x) * Half;
        }
        """;

    // Each is made, and taken back when its turn comes again. Without a text before, the file comes and goes.
    private static readonly (string File, string Before, string After)[] s_edits =
    [
        ("Nets.cs", "Dense(x, size)", "tanh(Dense(x, size))"),
        ("Nets.cs", "x, Width) * gain", "x, Width) + gain"),
        ("Nets.cs", "var gain = ", "// A comment.\n        var gain = "),
        ("Nets.cs", "public static partial class", "\n\npublic static partial class"),
        ("Nets.cs", "    [Parametrized]\n    public static partial Tensor Large", "  [Parametrized] public static partial Tensor Large"),
        ("Nets.cs", "Tensor Block(Tensor x, long size)", "Tensor Block(Tensor x, long size = 2)"),
        ("Nets.cs", "private const long Width", "private const int Layers = 1;\n    private const long Width"),
        ("Nets.cs", "=> Small(x)", "=> Dense(Small(x), Width)"),
        ("Nets.cs", "private const long Width = 3;", "private const long Width = 3;\n#pragma warning disable CS1591"),
        ("Nets.cs", "Initializers.Ones(), \"gain\"", "Initializers.Zeros(), \"gain\""),
        ("Nets.cs", "    [Parametrized]\n    public static partial Tensor Block", "    /// <summary>A block.</summary>\n    [Parametrized]\n    public static partial Tensor Block"),
        ("Nets.cs", "return Block(x, Width) ", "return Block(x Width) "),
        ("Nets.cs", "return Block(x, Width) ", "return Block(x, \"3\") "),
        ("Nets.cs", "var gain = ", "if (x.dim() > 1) return x.missing; var gain = "),
        ("Nets.cs", "var place = 1;\n            return layer(x) * place;", "var P1 = 1;\n            return layer(x) * P1;"),
        ("Nets.cs", "Tensor Large(Tensor x)", "Tensor Large(Unknown x)"),
        ("Nets.cs", "Tensor Large(Tensor x)", "Tensor Large(Tensor x, Tensor x)"),
        ("Other.cs", "=> 1", "=> 2"),
        ("Other.cs", "int Number()", "long Number()"),
        ("Other.cs", "internal static class Other", "internal sealed class Dense;\n\ninternal static class Other"),
        ("Extra.cs", "", Extra),
        ("Extra.cs", "Small(x) *", "Large(x) *"),
        ("Extra.cs", "double Half", "double Small"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_files_are_those_of_a_first_run(int seed)
    {
        var random = new Random(seed);
        var texts = new Dictionary<string, string> { ["Nets.cs"] = Nets, ["Other.cs"] = Other };
        var project = Project.Of(("Nets.cs", Nets), ("Other.cs", Other));
        project.Run();
        for (var i = 0; i < 20; i++)
        {
            for (var edits = random.Next(1, 4); edits > 0; edits--)
                Edit(project, texts, s_edits[random.Next(s_edits.Length)]);

            var run = project.Run();

            // With options of its own, so that nothing is known of it.
            var first = Project.Of(texts.Select(pair => (pair.Key, pair.Value))).Configure("root = true").Run();

            Assert.Equal(first.Files, run.Files);
            Assert.Equal(first.Problems.Select(Run.Describe), run.Problems.Select(Run.Describe));
        }
    }

    [Fact]
    public void A_name_in_a_body_that_a_type_parameter_would_have()
    {
        var project = Project.Of(("Nets.cs", Nets));
        project.Run().AssertClean();
        var run = project.Edit("Nets.cs", "var place = 1;", "const int P1 = 2; var place = P1;").Run().AssertClean();
        Assert.Equal(Project.Of(("Nets.cs", Nets.Replace("var place = 1;", "const int P1 = 2; var place = P1;"))).Configure("root = true").Run().Files, run.Files);
    }

    [Fact]
    public void Files_without_declarations_come_and_go_with_an_edit()
    {
        var project = Project.Of(("Nets.cs", Nets), ("X.cs", "// Nothing."), ("Y.cs", "// Nothing yet."));
        project.Run();

        var run = project.Remove("X.cs").Write("Z.cs", "// Nothing either.").Edit("Nets.cs", "x, Width) * gain", "x, Width) + gain").Run();

        Assert.Contains(run.Files, file => file.Text.Contains("+ gain"));
        run.AssertClean();
    }

    private static void Edit(Project project, Dictionary<string, string> texts, (string File, string Before, string After) edit)
    {
        var (file, before, after) = edit;
        if (before.Length == 0 && texts.Remove(file))
        {
            project.Remove(file);
        }
        else if (before.Length == 0 || texts.ContainsKey(file))
        {
            var text = before.Length == 0 ? "" : texts[file];
            texts[file] = before.Length == 0 ? after : text.Contains(after) ? text.Replace(after, before) : text.Replace(before, after);
            project.Write(file, texts[file]);
        }
    }
}
