using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0016 and JXN0017: modules that are called never, or once more than one thinks.</summary>
public sealed class ModuleUseTests
{
    private const string Block = "[Parametrized] public static partial Tensor Block(Tensor x) => Dense(x, 3);\n[Parametrized] public static partial Tensor Plain(Tensor x) => x * 2;\n";

    [Theory]
    [InlineData("Layer [|d|] = Dense(3); return x;", "d")]
    [InlineData("var [|d|] = Dense(3); return x;", "d")]
    [InlineData("Layer d = Dense(3), [|e|] = Sequential(Relu); return d(x);", "e")]
    [InlineData("[|Dense(3)|]; return x;", "Dense(3)")]
    public void JXN0016_unused(string statements, string module) => Rule.Reports(
        "JXN0016",
        $"The module '{module}' is never called, so that its parameters are no part of 'FParams'; call it, pass it to a template as a layer, or leave it out",
        Source.Body(statements));

    [Theory]
    [InlineData("Layer d = Dense(3); return d(x);")]
    [InlineData("Layer d = Dense(3); return Sequential(x, d, Relu);")]
    [InlineData("Layer d = Relu; var n = 3; return Dense(x, n);")]
    [InlineData("_ = Dense(3); return x;")]
    public void JXN0016_is_silent_of_used_ones(string statements) => Rule.IsSilent(Source.Body("#pragma warning disable CS0219\n" + statements));

    [Theory]
    [InlineData("var y = x * 2;\n    Layer d = Dense(3);\n    return y;", "var y = x * 2;\n    return y;")]
    [InlineData("Layer d = Dense(3), e = Sequential(Relu, Dense(4));\nreturn d(x);", "Layer d = Dense(3);\nreturn d(x);")]
    [InlineData("Layer d = (Layer)Dense(3), e = Dense(4);\nreturn e(x);", "Layer e = Dense(4);\nreturn e(x);")]
    [InlineData("Dense(3);\nreturn x;", "return x;")]
    [InlineData("    // Of the input.\n    Layer d = Dense(3);\n    return x;", "    // Of the input.\n    return x;")]
    [InlineData("    var y = x;\n\n    /* One */ // Two.\n    Layer d = Dense(3); // Three.\n\n    return y;", "    var y = x;\n\n    /* One */ // Two.\n\n    return y;")]
    [InlineData("switch (x.dim()) { case 1: Dense(3); break; }\nreturn x;", "switch (x.dim()) { case 1: break; }\nreturn x;")]
    public void The_fix_leaves_it_out(string before, string after)
    {
        Assert.Equal(Source.Body(after), Editor.Fix("JXN0016", Source.Body(before)));
        Rule.IsSilent(Source.Body(after));
    }

    [Fact]
    public void All_are_left_out_at_once()
    {
        using var editor = Editor.Open(("User.cs", Source.Body("Layer a = Dense(3);\nLayer b = Dense(4), c = Dense(5);\nvar y = c(x);\nvar d = Dense(6);\nreturn y;")));
        Assert.Equal(Source.Body("Layer c = Dense(5);\nvar y = c(x);\nreturn y;"), editor.FixAll("JXN0016", FixAllScope.Document).Text("User.cs"));
    }

    [Theory]
    [InlineData("var n = 3; Layer d = Dense(n++); return x * n;")]
    [InlineData("Layer d = Around(RandomKey()); return x;")]
    [InlineData("if (x.dim() > 1) Dense(3); return x;")]
    public void Nothing_is_offered_for_what_has_an_effect(string statements) => Editor.OffersNothing(
        "JXN0016", Source.InNet("[Parametrized] public static partial Tensor Around(Tensor x, Key key) => Dense(x, 3);\n" + Source.Template(statements)));

    [Fact]
    public void JXN0016_is_silent_outside_of_templates() => Rule.IsSilent(Source.InNet("public static void G() { var d = Dense(3); }"));

    [Theory]
    [InlineData("return Block(x) + [|Block(x * 2)|];", "Block(x * 2)", "Block(x)")]
    [InlineData("return Sequential(x, Block(), [|Block()|]);", "Block()", "Block()")]
    [InlineData("return Sequential(Net.Block(x), [|Block()|]);", "Block()", "Net.Block(x)")]
    [InlineData("return Sequential(x, Block, [|Block|]);", "Block", "Block")]
    [InlineData("return Sequential(Block(x), [|Net.Block|]);", "Net.Block", "Block(x)")]
    public void JXN0017_shared(string statements, string second, string first)
    {
        var source = Source.InNet(Block + Source.Template(statements));
        Rule.Reports(
            "JXN0017",
            $"'{second}' shares its parameters with '{first}', because 'Block' has no hyperparameters and so is one module; for another one with parameters of its own, write 'new BlockModule()'",
            source);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(Project.Of(("User.cs", Marked.Parse(source).Text)).Run().Problems).Severity);
    }

    [Fact]
    public void JXN0017_tells_generic_modules_apart()
    {
        const string block = "[Parametrized] public static partial Tensor Block<T>(Tensor x) => Dense(x, 3);\n";
        Assert.Empty(Rule.IsSilent(Source.InNet(block + Source.Template("return Block<int>(Sequential(x, Block<long>()));"))).Problems);
        Rule.Reports(
            "JXN0017",
            "'Block<int>(x)' shares its parameters with 'Block<int>()', because 'Block' has no hyperparameters and so is one module; for another one with parameters of its own, write 'new BlockModule<int>()'",
            Source.InNet(block + Source.Template("return Sequential(x, Block<int>()) + [|Block<int>(x)|];")));
        Assert.Equal(
            Source.InNet(block + Source.Template("return Sequential(x, Block<int>(), new BlockModule<int>());")),
            Editor.Fix("JXN0017", Source.InNet(block + Source.Template("return Sequential(x, Block<int>(), Block<int>());"))));
    }

    [Fact]
    public void The_fix_makes_another_module_of_a_name() => Assert.Equal(
        Source.InNet(Block + Source.Template("return Sequential(x, Block, new BlockModule());")),
        Editor.Fix("JXN0017", Source.InNet(Block + Source.Template("return Sequential(x, Block, Net.Block);"))));

    [Fact]
    public void The_fix_makes_another_module() => Assert.Equal(
        Source.InNet(Block + Source.Template("return Sequential(x, Block(), new BlockModule());")),
        Editor.Fix("JXN0017", Source.InNet(Block + Source.Template("return Sequential(x, Block(), Block());"))));

    [Fact]
    public void Nothing_is_offered_for_a_call_in_place() =>
        Editor.OffersNothing("JXN0017", Source.InNet(Block + Source.Template("return Block(Block(x));")));

    [Theory]
    [InlineData("return Block(x);")]
    [InlineData("return Plain(Plain(x));")]
    [InlineData("return Dense(Dense(x, 3), 3);")]
    [InlineData("return Sequential(x, Block(), new BlockModule());")]
    [InlineData("Layer b = Block(); return b(b(x));")]
    [InlineData("return nameof(Block).Length > nameof(Net.Block).Length ? x : Block(x);")]
    public void JXN0017_is_silent_of_one_call_and_of_constructors(string statements) =>
        Assert.Empty(Rule.IsSilent(Source.InNet(Block + Source.Template(statements))).Problems);
}
