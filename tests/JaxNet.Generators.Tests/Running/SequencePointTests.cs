using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Running;

/// <summary>Where a debugger can stop in the compiled functions: at the statements of the user's file, and nowhere else.</summary>
public sealed class SequencePointTests
{
    [Fact]
    public void Statements() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x)
            {
                // Comments move nothing.
                var kernel = Parameter([x.shape[^1], 3], Initializers.Ones(), "kernel"); var bias = Parameter([3], Initializers.Ones(), "bias");
                var y = x.matmul(
                    kernel)   // nor do these
                    + bias; /* nor these */ y = y * 2;

                return y;
            }
        """,
        [
            "var kernel = Parameter([x.shape[^1], 3], Initializers.Ones(), \"kernel\");",
            "var bias = Parameter([3], Initializers.Ones(), \"bias\");",
            "var y = x.matmul(\n            kernel)   // nor do these\n            + bias;",
            "y = y * 2;",
            "return y;",
        ]);

    [Fact]
    public void Expression_body() => AssertStops(
        """
            [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3) * Parameter([], Initializers.Ones());
        """,
        ["Dense(x, 3) * Parameter([], Initializers.Ones())"]);

    [Fact]
    public void Expression_body_of_several_lines() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x) =>
                Sequential(x,
                    Dense(3),
                    Relu,
                    Dense(4));
        """,
        ["Sequential(x,\n            Dense(3),\n            Relu,\n            Dense(4))"]);

    [Fact]
    public void Statements_behind_something_replaced_on_their_line() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x)
            {
                if (CurrentMode == Mode.Eval) return x; else x = x * 2;
                if (CurrentMode == Mode.Train) { var k = RandomKey(); x = x + 1; }
                return x;
            }
        """,
        ["if (CurrentMode == Mode.Eval)", "return x;", "x = x * 2;", "if (CurrentMode == Mode.Train)", "var k = RandomKey();", "x = x + 1;", "return x;"]);

    [Fact]
    public void Lambdas_behind_something_replaced_on_their_line() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x)
            {
                return Sequential(x, Dense(3), y => y * 2, Dense(4), z => { var w = z; return w + 1; });
            }
        """,
        ["return Sequential(x, Dense(3), y => y * 2, Dense(4), z => { var w = z; return w + 1; });", "y * 2", "var w = z;", "return w + 1;"]);

    [Fact]
    public void Statements_behind_arguments_that_are_left_out() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x)
            {
                {
                    var w = Parameter(
                        [3],
                        Initializers.Normal(
                            0.5),
                        "w"); x = x * w;
                    x = x + 1;
                }

                return x;
            }
        """,
        [
            "var w = Parameter(\n                [3],\n                Initializers.Normal(\n                    0.5),\n                \"w\");",
            "x = x * w;",
            "x = x + 1;",
            "return x;",
        ]);

    [Fact]
    public void Loops_and_switches() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x)
            {
                for (var i = 0; Dense(x, 3).dim() > i; i++) x = x + 1;
                foreach (var n in new[] { Dense(x, 4) }) x = x + n;
                return Dense(x, 3).dim() switch { 1 => x * 2, _ => x * 3 };
            }
        """,
        [
            "var i = 0", "Dense(x, 3).dim() > i", "i++", "x = x + 1;",
            "foreach", "new[] { Dense(x, 4) }", "var n", "in", "x = x + n;",
            "return Dense(x, 3).dim() switch { 1 => x * 2, _ => x * 3 };", "switch { 1 => x * 2, _ => x * 3 }", "x * 2", "x * 3",
        ]);

    [Fact]
    public void Statements_with_statements_inside() => AssertStops(
        """
            [Parametrized]
            public static partial Tensor F(Tensor x)
            {
                using var scope = NewDisposeScope();
                try { x = Dense(x, 3); /* the first */ x = x + 1; }
                catch (ArgumentException e) when (e.Message.Length > 3)
                {
                    throw;
                }
                finally
                {
                    Console.WriteLine("done");
                }

                switch (x.dim())
                {
                    case 1: return Dense(x, 4);
                    case 2 when CurrentMode == Mode.Train: x = x * 2; break;
                }

                Tensor Twice(Tensor y) { var z = y * 2; return z; }
                while (x.dim() > 5) x = x[0];
                return scope.MoveToOuter(Twice(x));
            }
        """,
        [
            "using var scope = NewDisposeScope();", "x = Dense(x, 3);", "x = x + 1;", "when (e.Message.Length > 3)", "throw;",
            "Console.WriteLine(\"done\");", "switch (x.dim())", "return Dense(x, 4);", "when CurrentMode == Mode.Train", "x = x * 2;", "break;", "var z = y * 2;", "return z;",
            "while (x.dim() > 5)", "x = x[0];", "return scope.MoveToOuter(Twice(x));",
        ]);

    /// <summary>A tool for coverage counts the lines of the template's own body too, which never run: they must be the lines that Init and Apply run.</summary>
    [Theory]
    [InlineData("var a = Dense(x, 3);\nif (a.dim() > 1)\n    a = a * 2;\nelse\n    a = a + 1;\nreturn a;")]
    [InlineData("foreach (var n in new[] { 1, 2 })\n{\n    x = Dense(\n        x,\n        n);\n}\n\nreturn x;")]
    [InlineData("Func<Tensor, Tensor> f = y =>\n{\n    var z = y * 2;\n    return z;\n};\nreturn f(\n    Parameter([3], Initializers.Ones()));")]
    [InlineData("Layer d = Dense(3), e = Dense(4);\nvar (a, b) = (d(x),\n    e(x));\nreturn x.dim() switch\n{\n    1 => a,\n    _ => b.sum(),\n};")]
    public void Coverage(string statements)
    {
        var source = Source.Body(statements);
        var program = new LoadedProgram(Project.Of(("Net.cs", source)).Run());
        var own = LinesOf("F");
        Assert.NotEmpty(own);
        Assert.Equal(own, LinesOf("FInit"));
        Assert.Equal(own, LinesOf("FApply"));

        IEnumerable<int> LinesOf(string function) => program.SequencePoints(function)
            .Where(point => point.File == "Net.cs" && point.TextIn(source) is not ("{" or "}"))
            .SelectMany(point => Enumerable.Range(point.StartLine, point.EndLine - point.StartLine + 1))
            .Distinct()
            .Order();
    }

    private static string Lines(IEnumerable<string> texts) => string.Join("\n", texts.Distinct().Order(StringComparer.Ordinal));

    /// <param name="stops">The texts at which a debugger can stop in Init and in Apply, braces not counted.</param>
    private static void AssertStops(string members, string[] stops)
    {
        var source = Source.InNet(members);
        var program = new LoadedProgram(Project.Of(("Net.cs", source)).Run());
        foreach (var function in new[] { "FInit", "FApply" })
        {
            var points = program.SequencePoints(function).Where(point => point.File == "Net.cs");
            var texts = points.Select(point => point.TextIn(source)).Where(text => text is not ("{" or "}"));
            Assert.True(Lines(stops) == Lines(texts), $"{function} stops at\n{Lines(texts)}\nand should at\n{Lines(stops)}");
        }
    }
}
