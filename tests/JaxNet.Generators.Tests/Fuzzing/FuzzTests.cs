using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Fuzzing;

/// <summary>
/// Bodies composed at random: neither generator nor analyzers throw, and where generated code doesn't compile the user is told
/// why in the user's own file. JAXNET_FUZZ is how many; 10,000 take some minutes.
/// </summary>
public sealed class FuzzTests
{
    private const int BodiesInAProject = 50;

    [Fact]
    public void Generated_code_compiles_or_the_user_is_told_why()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("JAXNET_FUZZ"), out var wanted) ? wanted : 30;
        var failures = new List<string>();
        var clean = 0;
        for (var first = 0; first < count; first += BodiesInAProject)
        {
            var classes = Enumerable.Range(first, Math.Min(BodiesInAProject, count - first)).ToDictionary(seed => $"N{seed}", seed => new RandomBody(seed).Class($"N{seed}"));
            clean += Check(classes, failures);
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n{string.Join("\n\n", failures.Take(5))}");

        // A grammar of nothing but mistakes would prove nothing.
        Assert.True(clean > count / 10, $"Only {clean} of {count} bodies compile.");
    }

    /// <returns>How many compile.</returns>
    private static int Check(Dictionary<string, string> classes, List<string> failures)
    {
        var run = Project.Of(classes.Select(pair => ($"{pair.Key}.cs", Source.Usings + pair.Value))).Run();
        Assert.DoesNotContain(run.Problems, problem => problem.Id == "AD0001");
        var toldOf = run.Problems.Concat(run.CompilerMessages)
            .Where(message => message.DefaultSeverity == DiagnosticSeverity.Error)
            .Select(message => Path.GetFileName(message.Location.SourceTree?.FilePath))
            .ToHashSet();
        var generated = run.CompilerMessages.Where(message => message.Location.SourceTree is { } tree && !classes.ContainsKey(Path.GetFileNameWithoutExtension(tree.FilePath)))
            .ToLookup(message => Path.GetFileName(message.Location.SourceTree!.FilePath).Split('.')[0]);
        var givenUp = run.Files.Where(file => file.Text.Contains("could not be compiled")).Select(file => file.Name.Split('.')[0]).ToHashSet();
        foreach (var (name, text) in classes.Where(pair => !toldOf.Contains($"{pair.Key}.cs")))
        {
            if (generated[name].Any() || givenUp.Contains(name))
                failures.Add($"{text}\n{string.Join("\n", generated[name].Select(Run.Describe).Take(3))}");
        }

        return classes.Keys.Count(name => !toldOf.Contains($"{name}.cs"));
    }
}
