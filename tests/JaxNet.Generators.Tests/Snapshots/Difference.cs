namespace JaxNet.Generators.Tests.Snapshots;

/// <summary>Says where two texts differ.</summary>
internal static class Difference
{
    public static string First(string verified, string received)
    {
        var (before, after) = (verified.Split('\n'), received.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length))
            .First(i => i >= before.Length || i >= after.Length || before[i] != after[i]);
        return $"line {line + 1} was\n{before.ElementAtOrDefault(line)}\nand is\n{after.ElementAtOrDefault(line)}";
    }
}
