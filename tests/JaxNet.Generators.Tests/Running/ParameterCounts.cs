namespace JaxNet.Generators.Tests.Running;

/// <summary>How many numbers modules have as parameters.</summary>
internal static class ParameterCounts
{
    /// <summary>Initializes and applies each module on a matrix of two rows and three columns, and counts its parameters.</summary>
    /// <param name="members">Templates and other members of <c>Net</c>.</param>
    /// <param name="modules">Expressions for the modules.</param>
    public static long[] Of(string members, IEnumerable<string> modules) => LoadedProgram.Of(
        members,
        $$"""
        var x = torch.ones(2, 3);
        return new[] { {{string.Join(", ", modules.Select(module => $"Count({module})"))}} };
        long Count<TParams>(Module<TParams, Tensor, Tensor> module) where TParams : Params
        {
            var p = module.Init(new Key(0), x);
            module.Apply(p, x);
            return Tree.Count(p);
        }
        """,
        "long[]").Run<long[]>();
}
