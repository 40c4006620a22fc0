namespace JaxNet.Language.Tests.Reference;

internal static class Close
{
    /// <summary>Fails unless two trees have the same structure and nearly the same numbers: those of a float's precision.</summary>
    public static void Check<T>(string what, T expected, T actual)
    {
        var (left, right) = (Tree.NamedLeaves(expected), Tree.NamedLeaves(actual));
        Assert.Equal(left.Select(leaf => leaf.Path), right.Select(leaf => leaf.Path));
        foreach (var ((path, wanted), (_, found)) in left.Zip(right))
        {
            Assert.True(wanted.shape.SequenceEqual(found.shape), $"{what} {path}: [{string.Join(", ", found.shape)}] instead of [{string.Join(", ", wanted.shape)}]");
            Assert.True(allclose(wanted, found, rtol: 1e-4, atol: 1e-5), $"{what} {path} is {found} instead of {wanted}");
        }
    }
}
