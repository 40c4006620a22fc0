namespace JaxNet;

/// <summary>Values of running state keep their structure and shapes. What they share may change: one tensor can stand in two places at first, and two tensors later.</summary>
internal static class StateShapes
{
    /// <exception cref="ArgumentException">The values differ.</exception>
    public static void Check<T>(string path, T expected, T actual, string what)
    {
        if (new TreePairing(isByPlace: true).Pair(expected, actual) is not { Difference: null, Pairs: var pairs })
            throw new ArgumentException($"The running state '{path}' {what} in its structure: {Tree.Describe("before", expected)}{Environment.NewLine}{Tree.Describe("now", actual)}");

        foreach (var (before, now) in pairs)
        {
            if (!before.HasShapeOf(now))
                throw new ArgumentException($"The running state '{path}' {what} in its shape: {Shapes.Describe(before.shape)} before, {Shapes.Describe(now.shape)} now.");
        }
    }
}
