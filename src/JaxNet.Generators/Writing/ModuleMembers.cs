namespace JaxNet.Generators.Writing;

/// <summary>What every module has. Hyperparameters become parameters of the module's constructor, where these names mean the module's own members.</summary>
internal static class ModuleMembers
{
    public static HashSet<string> Names { get; } =
    [
        "Name", "NeedsParameters", "Instance", "Init", "Apply", "ApplyFrom", "Run", "Initialize", "CollectShared",
        "InitWithOutput", "InitWithState", "EvalShape", "ParametersFrom", "Shaped",
        "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
    ];
}
