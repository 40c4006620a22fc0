using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Incrementality;

/// <summary>What each kind of edit costs: what is read again, what that says, and what is written again.</summary>
public sealed class EditTests
{
    private const string Blocks = Source.Usings + """
        public static partial class Blocks
        {
            [Parametrized]
            public static partial Tensor Half(Tensor x, double by)
            {
                var half = x * by; // to be tuned
                return half;
            }
        }
        """;

    private const string Net = Source.Usings + """
        public static partial class Net
        {
            [Parametrized]
            public static partial Tensor Small(Tensor x) => Dense(Blocks.Half(x, 2), 3);

            [Parametrized]
            public static partial Tensor Large(Tensor x) => Sequential(Small(x), Dense(4));
        }
        """;

    private const string Other = Source.Usings + """
        public static partial class Other
        {
            [Parametrized]
            public static partial Tensor Apart(Tensor x) => Dense(x, 3);
        }
        """;

    private const string Plain = """
        internal static class Plain
        {
            public static int Number() => 1;
        }
        """;

    private readonly Project _project = Project.Of(("Blocks.cs", Blocks), ("Net.cs", Net), ("Other.cs", Other), ("Plain.cs", Plain));

    public EditTests() => _project.Run().AssertClean();

    [Fact]
    public void Nothing_is_read_for_a_body_in_a_file_without_templates()
    {
        var run = _project.Edit("Plain.cs", "=> 1;", "=> 2;").Run().AssertClean();
        Assert.Equal("Blocks.cs Unchanged, Net.cs Unchanged, Other.cs Unchanged", run.Files());
        AssertNothingWasRead(run);
    }

    [Fact]
    public void Nothing_is_read_for_a_comment_in_a_file_without_templates()
    {
        var run = _project.Edit("Plain.cs", "internal static", "// A comment.\ninternal static").Run().AssertClean();
        AssertNothingWasRead(run);
    }

    [Fact]
    public void Nothing_is_read_for_top_level_statements()
    {
        _project.Write("Program.cs", "System.Console.WriteLine(1);").Run();
        var run = _project.Edit("Program.cs", "WriteLine(1)", "WriteLine(Plain.Number())").Run();
        AssertNothingWasRead(run);
    }

    [Fact]
    public void A_new_declaration_elsewhere_is_read_for_and_changes_nothing()
    {
        var run = _project.Edit("Plain.cs", "=> 1;", "=> 1;\n    public static int More() => 2;").Run().AssertClean();
        Assert.Equal("Blocks.cs Modified, Net.cs Modified, Other.cs Modified", run.Files());
        Assert.Equal("Blocks.cs Unchanged, Net.cs Unchanged, Other.cs Unchanged", run.Read());
        Assert.Equal("Half Cached, Small Cached, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("all Cached", run.Summaries());
        Assert.Equal("Half Cached, Small Cached, Large Cached, Apart Cached", run.Resolved());
        Assert.Equal("", run.Written());
    }

    [Fact]
    public void A_comment_in_the_body_is_read_and_changes_nothing()
    {
        var run = _project.Edit("Blocks.cs", "// to be tuned", "// a hyperparameter").Run().AssertClean();
        Assert.Equal("Blocks.cs Unchanged, Net.cs Cached, Other.cs Cached", run.Read());
        Assert.Equal("Half Cached, Small Cached, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("", run.Written());
    }

    [Fact]
    public void A_longer_comment_before_a_call_changes_nothing()
    {
        _project.Edit("Other.cs", "=> Dense(x, 3)", "=> // Short.\n        Dense(x, 3)").Run();
        var run = _project.Edit("Other.cs", "// Short.", "// Long enough to move the call.").Run().AssertClean();
        Assert.Equal("Blocks.cs Cached, Net.cs Cached, Other.cs Unchanged", run.Read());
        Assert.Equal("", run.Written());
    }

    [Fact]
    public void A_line_of_comment_in_the_body_moves_what_is_behind_it()
    {
        var run = _project.Edit("Blocks.cs", "return half", "// Half of it.\n        return half").Run().AssertClean();
        Assert.Equal("Blocks.cs Modified, Net.cs Cached, Other.cs Cached", run.Read());
        Assert.Equal("Half Modified, Small Cached, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("all Cached", run.Summaries());
        Assert.Equal("Half Modified, Small Cached, Large Cached, Apart Cached", run.Resolved());
        Assert.Equal("Blocks.Half.g.cs", run.Written());
    }

    [Fact]
    public void A_line_above_a_template_moves_it_and_leaves_its_analysis()
    {
        var run = _project.Edit("Net.cs", "public static partial class", "// A comment.\npublic static partial class").Run().AssertClean();
        Assert.Equal("Blocks.cs Cached, Net.cs Modified, Other.cs Cached", run.Read());
        Assert.Equal("Half Cached, Small Unchanged, Large Unchanged, Apart Cached", run.Templates());
        Assert.Equal("all Cached", run.Summaries());
        Assert.Equal("Half Cached, Small Modified, Large Modified, Apart Cached", run.Resolved());
        Assert.Equal("Net.Large.g.cs, Net.Small.g.cs", run.Written());
    }

    [Fact]
    public void A_line_between_two_templates_moves_the_second()
    {
        var run = _project.Edit("Net.cs", "\n    [Parametrized]\n    public static partial Tensor Large", "\n\n    [Parametrized]\n    public static partial Tensor Large").Run().AssertClean();
        Assert.Equal("Half Cached, Small Cached, Large Unchanged, Apart Cached", run.Templates());
        Assert.Equal("Net.Large.g.cs", run.Written());
    }

    [Fact]
    public void A_change_in_a_body_is_written_and_nothing_else()
    {
        var run = _project.Edit("Blocks.cs", "x * by", "x / by").Run().AssertClean();
        Assert.Equal("Blocks.cs Modified, Net.cs Cached, Other.cs Cached", run.Read());
        Assert.Equal("Half Modified, Small Cached, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("all Cached", run.Summaries());
        Assert.Equal("Half Modified, Small Cached, Large Cached, Apart Cached", run.Resolved());
        Assert.Equal("Blocks.Half.g.cs", run.Written());
    }

    [Fact]
    public void A_called_templates_signature_is_read_for_everywhere_and_written_where_it_shows()
    {
        var run = _project.Edit("Blocks.cs", "double by)", "double by, bool reverse = false)").Run().AssertClean();
        Assert.Equal("Blocks.cs Modified, Net.cs Modified, Other.cs Unchanged", run.Read());

        // The caller's text is the same; what it calls has another id now.
        Assert.Equal("Half Modified, Small Modified, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("all Modified", run.Summaries());
        Assert.Equal("Half Modified, Small Modified, Large Unchanged, Apart Unchanged", run.Resolved());
        Assert.Equal("Blocks.Half.g.cs, Net.Small.g.cs", run.Written());
    }

    [Fact]
    public void A_called_template_that_gains_its_first_parameter_changes_those_that_call_it()
    {
        var run = _project.Edit("Blocks.cs", "x * by;", "x * by * Parameter([], Initializers.Ones());").Run().AssertClean();

        // Only the changed file is read: the callers learn it from the summaries.
        Assert.Equal("Blocks.cs Modified, Net.cs Cached, Other.cs Cached", run.Read());
        Assert.Equal("Half Modified, Small Cached, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("all Modified", run.Summaries());
        Assert.Equal("Half Modified, Small Modified, Large Unchanged, Apart Unchanged", run.Resolved());
        Assert.Equal("Blocks.Half.g.cs, Net.Small.g.cs", run.Written());
        Assert.Contains("public required Blocks.HalfParams Half", run.File("Net.Small.g.cs"));
    }

    [Fact]
    public void A_called_template_that_loses_its_last_parameter_changes_those_that_call_it()
    {
        _project.Edit("Blocks.cs", "x * by;", "x * by * Parameter([], Initializers.Ones());").Run();
        var run = _project.Edit("Blocks.cs", "x * by * Parameter([], Initializers.Ones());", "x * by;").Run().AssertClean();
        Assert.Equal("Blocks.Half.g.cs, Net.Small.g.cs", run.Written());
        Assert.DoesNotContain("HalfParams", run.File("Net.Small.g.cs"));
    }

    [Fact]
    public void An_option_of_the_compiler_is_read_for()
    {
        var project = Project.Of(("Net.cs", Source.Body("unsafe { var n = 3; x = Dense(x, *&n); } return x;"))).AllowUnsafe(false);
        Assert.Contains("CS0227", project.Run().CompilerMessages.Select(message => message.Id));
        project.AllowUnsafe(true).Run().AssertClean();
    }

    [Fact]
    public void A_removed_file_takes_its_templates_along()
    {
        var run = _project.Remove("Other.cs").Run().AssertClean();
        Assert.Equal(["Blocks.Half.g.cs", "Net.Large.g.cs", "Net.Small.g.cs"], run.Files.Select(file => file.Name));
        Assert.Equal("", run.Written());
    }

    [Fact]
    public void A_mistake_in_a_body_and_its_correction_are_seen()
    {
        var broken = _project.Edit("Net.cs", "Dense(Blocks.Half(x, 2), 3)", "Enumerable.Range(0, 3).Select(_ => Dense(x, 3)).First()").Run();
        Assert.Equal("JXN0003", Assert.Single(broken.Problems).Id);
        _project.Edit("Net.cs", "Enumerable.Range(0, 3).Select(_ => Dense(x, 3)).First()", "Dense(Blocks.Half(x, 2), 3)").Run().AssertClean();
    }

    private static void AssertNothingWasRead(Run run)
    {
        Assert.Equal("Blocks.cs Cached, Net.cs Cached, Other.cs Cached", run.Read());
        Assert.Equal("Half Cached, Small Cached, Large Cached, Apart Cached", run.Templates());
        Assert.Equal("all Cached", run.Summaries());
        Assert.Equal("Half Cached, Small Cached, Large Cached, Apart Cached", run.Resolved());
        Assert.Equal("", run.Written());
    }
}
