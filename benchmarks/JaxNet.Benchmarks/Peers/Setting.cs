namespace JaxNet.Benchmarks.Peers;

/// <summary>Environment variables that BLAS and OpenMP read as they are loaded.</summary>
/// <param name="Name">What the table calls them.</param>
/// <param name="Variables">Their values.</param>
internal sealed record Setting(string Name, params (string Name, string Value)[] Variables)
{
    /// <summary>Nothing is set: what a program has that knows nothing of all this.</summary>
    public static Setting AsItComes { get; } = new("as it comes");

    /// <summary>All variables that any setting has: they are cleared where a setting hasn't.</summary>
    public static IReadOnlyList<string> AllVariables { get; } =
        ["OPENBLAS_CORETYPE", "OPENBLAS_NUM_THREADS", "OPENBLAS_THREAD_TIMEOUT", "OMP_NUM_THREADS", "OMP_WAIT_POLICY"];
}
