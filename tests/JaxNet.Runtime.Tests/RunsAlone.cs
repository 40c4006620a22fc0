namespace JaxNet.Tests;

/// <summary>
/// Tests that measure or set what is the whole process's: none runs beside them, as what others hold and drop at the same time can be hundreds of megabytes.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Runs alone";
}
