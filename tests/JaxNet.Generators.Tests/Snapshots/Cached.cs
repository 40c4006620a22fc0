using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Snapshots;

/// <summary>Proves that running the generator again on the same files does nothing.</summary>
internal static class Cached
{
    public static void AssertSecondRun(Project project)
    {
        var again = project.Run();

        // The compilation is a new one, so the files are listed anew, and found to be the same; then nothing runs any more.
        AssertAll(IncrementalStepRunReason.Unchanged, again.Reasons(TrackingNames.Files));
        AssertAll(IncrementalStepRunReason.Cached, again.Reasons(TrackingNames.Read));
        AssertAll(IncrementalStepRunReason.Cached, again.Reasons(TrackingNames.Template));
        AssertAll(IncrementalStepRunReason.Cached, again.Reasons(TrackingNames.Summaries));
        AssertAll(IncrementalStepRunReason.Cached, again.Reasons(TrackingNames.Resolved));
        AssertAll(IncrementalStepRunReason.Cached, again.OutputReasons);
    }

    private static void AssertAll(IncrementalStepRunReason expected, IReadOnlyList<IncrementalStepRunReason> reasons)
    {
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Equal(expected, reason));
    }
}
