using System.Reflection;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>Each rule has a page in docs/rules, whose bad example is reported by it, and whose good one isn't by any.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Rules => [.. All.Select(rule => rule.Id)];

    private static IEnumerable<DiagnosticDescriptor> All => typeof(Diagnostics)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => constant.GetValue(null))
        .OfType<DiagnosticDescriptor>();

    [Fact]
    public void There_is_a_page_for_each_rule_and_no_other() => Assert.Equal(
        All.Select(rule => $"{rule.Id}.md").Order(),
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_says_what_the_rule_says(string id)
    {
        var rule = All.Single(rule => rule.Id == id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", Page(id));
        Assert.EndsWith($"docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_bad_example_is_bad_and_the_good_one_good(string id)
    {
        var problems = Run(Example(id, "Bad")).Problems;
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(id, problem.Id));
        Assert.Empty(Run(Example(id, "Good")).AssertClean().Problems);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "rules");

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md")).ReplaceLineEndings("\n");

    private static string Example(string id, string heading) => Page(id).Split($"## {heading}\n")[1].Split("```csharp\n")[1].Split("```")[0];

    /// <summary>An example is a file, members of a class, or statements of a body; what it takes for granted stands around it.</summary>
    private static Run Run(string example)
    {
        var file = example.Contains("static class") || example.Contains("partial class") ? example
            : example.Contains("[Parametrized]") ? $"public static partial class Nets {{ {example} }}"
            : $$"""
              public static partial class Nets
              {
                  [Parametrized] public static partial Tensor Scale(Tensor inputs, Tensor factors) => inputs * factors;

                  [Parametrized] public static partial Tensor Net(Tensor x, int i, bool wide)
                  {
                      {{example}}
                      {{(example.Contains("return") ? "" : "return x;")}}
                  }
              }
              """;

        return Project.Of(("User.cs", Source.Usings + file)).Run();
    }
}
