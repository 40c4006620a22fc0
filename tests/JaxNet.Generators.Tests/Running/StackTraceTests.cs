using System.Diagnostics;

namespace JaxNet.Generators.Tests.Running;

/// <summary>An exception that is thrown in a body names the user's file and line.</summary>
public sealed class StackTraceTests
{
    [Theory]
    [InlineData("return Fail(x);", 1)]
    [InlineData("var y = x * 2;\nreturn Fail(y);", 2)]
    [InlineData("var y = x * 2; return Fail(y);", 1)]
    [InlineData("// A comment.\n\n/* Another,\nof two lines. */ var y = Dense(x, 3); return Fail(y);", 4)]
    [InlineData("var y = Dense(\n    x,\n    3);\nreturn Fail(y);", 4)]
    [InlineData("var y =\n    Dense(x, 3) +\n    Fail(x);\nreturn y;", 1)]
    [InlineData("var w = Parameter(\n    [3],\n    Initializers.Ones(),\n    \"w\");\nreturn Fail(w);", 5)]
    [InlineData("if (CurrentMode == Mode.Train)\n{\n    RandomKey(); var y = Fail(x);\n    return y;\n}\nreturn x;", 3)]
    [InlineData("return Sequential(x, Dense(3),\n    y => Fail(y));", 2)]
    [InlineData("#if MISSING\nreturn x;\n#endif\nreturn Fail(x);", 4)]
    [InlineData("var text = @\"two\nlines\"; return Fail(x * text.Length);", 2)]
    public void Names_the_line(string statements, int line)
    {
        var template = $"[Parametrized] public static partial Tensor F(Tensor x)\n{{\n{statements}\n}}\n";
        var init = LoadedProgram.Of(
            template + "private static Tensor Fail(Tensor x) => throw new InvalidTimeZoneException();",
            "return Net.F().Init(new Key(0), ones(3, 3));");
        AssertThrowsAt(init, line);

        var apply = LoadedProgram.Of(
            template + "public static bool Fails; private static Tensor Fail(Tensor x) => Fails ? throw new InvalidTimeZoneException() : x;",
            "var p = Net.F().Init(new Key(0), ones(3, 3)); Net.Fails = true; return Net.F().Apply(p, ones(3, 3), new Key(1));");
        AssertThrowsAt(apply, line);
    }

    [Fact]
    public void Names_the_line_in_an_expression_body()
    {
        var program = LoadedProgram.Of(
            "[Parametrized] public static partial Tensor F(Tensor x) =>\n    Dense(Fail(x), 3);\nprivate static Tensor Fail(Tensor x) => throw new InvalidTimeZoneException();",
            "return Net.F().Init(new Key(0), ones(3, 3));");
        AssertThrowsAt(program, line: 0);
    }

    /// <param name="line">The line behind the one with the brace, which is line 6 of the file.</param>
    private static void AssertThrowsAt(LoadedProgram program, int line)
    {
        var thrown = Assert.Throws<InvalidTimeZoneException>(() => program.Run<object>());

        // The first frame is the method that throws; the next one is the body's.
        var frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrame(1)!;
        Assert.Equal(("Net.cs", 6 + line), (frame.GetFileName(), frame.GetFileLineNumber()));
    }
}
