using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>Asserts what is reported of a source, and that generated code adds no error of its own to it.</summary>
internal static class Rule
{
    /// <summary>Fails unless this very rule is reported, once, at the marked place, with this message.</summary>
    /// <param name="source">A file; the place stands between <c>[|</c> and <c>|]</c>.</param>
    /// <param name="alsoFromTheCompiler">What the compiler reports of the user's file on its own.</param>
    public static void Reports(string id, string message, string source, params string[] alsoFromTheCompiler)
    {
        var marked = Marked.Parse(source);
        var run = Project.Of(("User.cs", marked.Text)).Run();
        var problem = Assert.Single(run.Problems);
        Assert.Equal((id, message), (problem.Id, problem.GetMessage()));
        Assert.Equal("User.cs", problem.Location.GetLineSpan().Path);
        Assert.Equal(Assert.Single(marked.Spans), problem.Location.SourceSpan);
        AssertCompilerSays(run, alsoFromTheCompiler);
    }

    /// <summary>Fails unless just these rules are reported at the marked places, in order, whatever they say.</summary>
    public static void ReportsEach(string id, string source, params string[] alsoFromTheCompiler)
    {
        var marked = Marked.Parse(source);
        var run = Project.Of(("User.cs", marked.Text)).Run();
        Assert.Equal(
            marked.Spans.Select(span => (id, marked.Text.Substring(span.Start, span.Length))),
            run.Problems.OrderBy(problem => problem.Location.SourceSpan.Start).Select(problem =>
                (problem.Id, marked.Text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length))));
        AssertCompilerSays(run, alsoFromTheCompiler);
    }

    /// <summary>Fails unless neither JaxNet nor the compiler has anything to object to.</summary>
    public static Run IsSilent(string source) => Project.Of(("User.cs", source)).Run().AssertClean();

    /// <summary>Fails unless the compiler reports this of the user's own file, JaxNet nothing, and generated code nothing either.</summary>
    public static void IsLeftToTheCompiler(string source, params string[] ids)
    {
        var run = Project.Of(("User.cs", source)).Run();
        Assert.Empty(run.Problems.Select(problem => problem.ToString()));
        AssertCompilerSays(run, ids);
    }

    private static void AssertCompilerSays(Run run, string[] ids)
    {
        var elsewhere = run.CompilerMessages.Where(message => message.Location.SourceTree?.FilePath != "User.cs");
        Assert.Empty(elsewhere.Select(Run.Describe));

        var others = run.CompilerMessages.Where(message => !message.IsWarningAsError && !ids.Contains(message.Id));
        Assert.Empty(others.Select(Run.Describe));
        Assert.All(ids, id => Assert.Contains(id, run.CompilerMessages.Select(message => message.Id)));
    }
}
