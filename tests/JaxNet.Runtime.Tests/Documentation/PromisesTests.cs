using System.Text.RegularExpressions;

namespace JaxNet.Runtime.Tests.Documentation;

/// <summary>docs/promises.md names the tests that keep each promise. A test that is renamed must not leave it behind.</summary>
public partial class PromisesTests
{
    [Fact]
    public void EachTestThatIsNamedExists()
    {
        var tests = typeof(PromisesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: false)).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();

        var named = TestName().Matches(Page()).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(named.Length > 40, $"only {named.Length} tests are found on the page");
        Assert.Equal([], named.Where(name => !tests.Contains(name)));
    }

    private static string Page()
    {
        using var page = new StreamReader(typeof(PromisesTests).Assembly.GetManifestResourceStream("promises.md")!);
        return page.ReadToEnd();
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();
}
