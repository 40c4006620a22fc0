using System.Text.RegularExpressions;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>
/// What the README and docs/ show is compiled, with the generator and all rules, and run. Comments above a block, which readers don't see, say
/// what it takes for granted (docs/design.md). The pages of the rules have tests of their own.
/// </summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Programs => [.. DocumentedPrograms.All.Select(program => program.Name)];

    [Fact]
    public void There_are_pages_with_code() => Assert.True(DocumentedPrograms.All.Count > 25, $"{DocumentedPrograms.All.Count} programs are found");

    [Theory]
    [MemberData(nameof(Programs))]
    public void Each_block_compiles(string name)
    {
        var problems = DocumentedPrograms.Problems(Program(name));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Each_block_runs_and_prints_what_the_page_says(string name)
    {
        var program = Program(name);
        if (!program.Runs) return;

        var wrong = program.Blocks.Zip(DocumentedPrograms.Print(program))
            .Where(pair => Printed(program.Page, pair.First).TrimEnd() != pair.Second.TrimEnd())
            .Select(pair => $"{program.Page.Name}:{pair.First.Line} prints\n{pair.Second}");
        var text = string.Join('\n', wrong);
        Assert.True(text.Length == 0, text);
    }

    [Fact]
    public void Generated_code_on_a_page_is_what_the_generator_writes()
    {
        foreach (var page in Page.All)
        {
            foreach (var block in page.Blocks.Where(block => block.After("generated") is not null))
            {
                var program = DocumentedPrograms.All.Last(program => program.Page == page && program.Blocks[0].Line < block.Line);
                Assert.Contains(Essence(block.Text), Essence(DocumentedPrograms.Generated(program)), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Each language is one that these tests know; a block of another one would be left out by them.</summary>
    [Fact]
    public void Each_block_says_what_it_is()
    {
        var blocks = Page.All.SelectMany(page => page.Blocks.Select(block => (block.Language, Place: $"{page.Name}:{block.Line}")));
        Assert.Equal([], blocks.Where(block => block.Language is not ("csharp" or "python" or "xml" or "")));
    }

    private static DocumentedProgram Program(string name) => DocumentedPrograms.All.Single(program => program.Name == name);

    /// <summary>What the page says that a block prints: the next one, if that is marked so.</summary>
    private static string Printed(Page page, Block block) =>
        page.Blocks.FirstOrDefault(other => other.Line > block.Line) is { } next && next.Has("printed") ? next.Text : "";

    /// <summary>Code without the directives for debuggers, indentation, and the qualification of names.</summary>
    private static string Essence(string code) => Spaces().Replace(Directives().Replace(code, "").Replace("global::JaxNet.", ""), " ").Trim();

    [GeneratedRegex(@"^\s*#line.*$|^\s*\[global::System\.ComponentModel.*$", RegexOptions.Multiline)]
    private static partial Regex Directives();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
