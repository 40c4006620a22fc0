using System.Text.RegularExpressions;
using JaxNet.Reference;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>The pages of the API reference, as ./jaxnet docs writes them.</summary>
public sealed partial class ReferenceTests
{
    private static readonly Dictionary<string, string> Pages =
        new ReferencePages(Api.Load(typeof(Key).Assembly.Location)).Write().ToDictionary(page => page.Name, page => page.Text);

    [Fact]
    public void Each_link_leads_to_a_page_and_a_heading_of_it() => Assert.Equal([], Pages.SelectMany(page => Link().Matches(page.Value)
        .Select(match => match.Groups[1].Value)
        .Where(target => !target.Contains("://") && target != "../catalogue.md" && !Leads(target))
        .Select(target => $"{page.Key}: {target}")));

    [Fact]
    public void No_heading_comes_twice_on_a_page() =>
        Assert.All(Pages.Values, page => Assert.Equal(Anchors(page).Distinct(), Anchors(page)));

    [Fact]
    public void Each_page_is_reached_from_the_index()
    {
        var reached = new HashSet<string> { "index.md" };
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var page))
        {
            foreach (var target in Link().Matches(Pages[page]).Select(match => match.Groups[1].Value.Split('#')[0]).Where(Pages.ContainsKey).Where(reached.Add))
                next.Enqueue(target);
        }

        Assert.Equal(Pages.Keys.Order(), reached.Order());
    }

    [Fact]
    public void No_markup_of_the_comments_is_left() =>
        Assert.All(Pages, page => Assert.DoesNotMatch("inheritdoc|<see|<para|<c>|cref=", page.Value));

    [Fact]
    public void A_member_has_its_signatures_its_text_and_its_parameters()
    {
        var page = Pages["Key.md"];
        Assert.Contains("```csharp\nKey[] Split(int count)\n```\n\nA number of new keys, independent of each other", page);
        Assert.Contains("| `count` | How many. In the original mode `Split(3)`", page);
        Assert.Contains("| `ArgumentOutOfRangeException` | `count` is negative. |", page);
        Assert.Contains("[`Key.FoldIn`](Key.md#foldin)", page);
    }

    [Fact]
    public void What_a_comment_inherits_is_written_out()
    {
        var overload = Pages["Optimizers.md"].Split("```csharp\n").Single(part => part.StartsWith("static Optimizer Adam(Schedule ", StringComparison.Ordinal));
        Assert.Contains("Adam (Kingma and Ba, 2015)", overload);
        Assert.Contains("| `b1` | How much of the average gradient remains", overload);
    }

    [Fact]
    public void Generated_members_are_there_and_hidden_ones_are_not()
    {
        Assert.Contains("required Tensor Kernel { get; init; }", Pages["Layers.DenseParams.md"]);
        Assert.Contains("static DenseModule Dense(long outDim, Initializer? kernelInit = null, Initializer? biasInit = null)", Pages["Layers.md"]);
        Assert.DoesNotContain("DenseBuilder", Pages["Layers.md"]);
        Assert.DoesNotContain("ApplyScope.md", Pages.Keys);
    }

    private static bool Leads(string target) =>
        target.Split('#') is [var name, .. var anchor] && Pages.TryGetValue(name, out var page) && (anchor is [] || Anchors(page).Contains(anchor[0]));

    // As Python-Markdown's table of contents makes them.
    private static IEnumerable<string> Anchors(string page) =>
        Heading().Matches(page).Select(match => Regex.Replace(Regex.Replace(match.Groups[1].Value, @"[^\w\s-]", "").Trim().ToLowerInvariant(), @"[-\s]+", "-"));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
