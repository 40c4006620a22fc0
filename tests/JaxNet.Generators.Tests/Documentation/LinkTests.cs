using System.Text.RegularExpressions;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>Links between the pages lead somewhere. Those to other sites are not followed: tests need no network.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_link_leads_to_a_page_and_a_heading(string name)
    {
        var page = Page.All.Single(page => page.Name == name);
        Assert.Equal([], Link().Matches(page.Prose).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://") && !Exists(page, target)));
    }

    [Fact]
    public void Each_page_is_linked_from_another_one()
    {
        var linked = Page.All.SelectMany(page => Link().Matches(page.Prose).Select(match => PathOf(page, match.Groups[1].Value))).ToHashSet();
        Assert.Equal([], Page.All.Select(page => page.Name).Where(name => name.StartsWith("docs/", StringComparison.Ordinal) && name != "docs/index.md" && !linked.Contains(name)));
    }

    /// <summary>The site's navigation; the pages of the rules are reached from their list.</summary>
    [Fact]
    public void Each_page_is_in_the_navigation_of_the_site()
    {
        var navigation = File.ReadAllText(Path.Combine(Page.Folder, "mkdocs.yml"));
        var pages = Page.All.Select(page => page.Name).Where(name => name.StartsWith("docs/", StringComparison.Ordinal) && !name.StartsWith("docs/rules/", StringComparison.Ordinal));
        Assert.Equal([], pages.Where(name => !navigation.Contains($": {name["docs/".Length..]}\n", StringComparison.Ordinal)));
    }

    private static bool Exists(Page page, string target)
    {
        var path = PathOf(page, target);
        var heading = target.Split('#') is [_, var anchor] ? anchor : "";
        if (Page.All.FirstOrDefault(other => other.Name == path) is { } found)
            return heading.Length == 0 || Heading().Matches(found.Text).Any(match => Anchor(match.Groups[1].Value) == heading);
        return path is "LICENSE" || (path.EndsWith(".png", StringComparison.Ordinal) && File.Exists(Path.Combine(Page.Folder, path)));
    }

    private static string PathOf(Page page, string target) => target.StartsWith('#')
        ? page.Name
        : Path.GetRelativePath(Page.Folder, Path.GetFullPath(Path.Combine(Page.Folder, Path.GetDirectoryName(page.Name)!, target.Split('#')[0])));

    private static string Anchor(string heading) => NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
