namespace JaxNet;

/// <summary>A file is no checkpoint, or not one that fits the tree it was to be loaded as; or a tree can't be saved as one.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>How many problems a message lists, before it only says how many more there are.</summary>
    private const int ListedCount = 1000;

    internal CheckpointException(string file, string problem, Exception? cause = null)
        : base($"{file}: {problem}", cause)
    {
        File = file;
        Problems = [problem];
    }

    internal CheckpointException(string file, string summary, IReadOnlyList<string> problems)
        : base($"{file}: {summary}\n  {string.Join("\n  ", Listed(problems))}")
    {
        File = file;
        Problems = problems;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>What is wrong, problem by problem.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static IEnumerable<string> Listed(IReadOnlyList<string> problems) => problems.Count <= ListedCount
        ? problems
        : problems.Take(ListedCount).Append($"and {problems.Count - ListedCount} more");
}
