using System.Reflection;
using TorchSharp;

namespace JaxNet.Runtime.Tests.Surface;

/// <summary>
/// A user's file has <c>using JaxNet; using TorchSharp;</c>, and both libraries' functions by <c>using static</c>: a
/// name that both had would be ambiguous wherever it is written, except in JaxNet's own namespace, so no other test
/// would notice.
/// </summary>
public sealed class NameTests
{
    /// <summary>Types that a <c>using static</c> is written for.</summary>
    private static readonly Type[] s_functions = [typeof(JaxNet.Layers), typeof(Primitives), typeof(Transforms)];

    [Fact]
    public void No_type_has_a_name_of_TorchSharps()
    {
        var own = typeof(JaxNet.Layers).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(Plain);

        Assert.Empty(own.Intersect(TorchSharps().Types));
    }

    [Fact]
    public void No_function_has_a_name_of_TorchSharps()
    {
        var own = s_functions.SelectMany(Statics).Concat(s_functions.SelectMany(type => type.GetNestedTypes()).Select(Plain));

        Assert.Empty(own.Intersect(TorchSharps().Functions));
    }

    /// <summary>Of the engine that runs here, and of the packages' common surface, of which it may be a slice.</summary>
    private static (HashSet<string> Types, HashSet<string> Functions) TorchSharps()
    {
        using var reader = new StreamReader(typeof(NameTests).Assembly.GetManifestResourceStream("torchsharp-api.txt")!);
        var published = reader.ReadToEnd().Split('\n');
        var engine = typeof(torch).Assembly.GetExportedTypes().Where(type => type is { IsNested: false, Namespace: "TorchSharp" });
        var types = engine.Select(Plain)
            .Concat(published.Select(line => First(line, "type TorchSharp.")).OfType<string>())
            .ToHashSet();
        var functions = Statics(typeof(torch)).Concat(typeof(torch).GetNestedTypes().Select(Plain))
            .Concat(published.Select(line => First(line, "type TorchSharp.torch.") ?? First(line, "TorchSharp.torch.")).OfType<string>())
            .ToHashSet();
        Assert.Contains("Padding", types);
        Assert.Contains("matmul", functions);
        return (types, functions);
    }

    private static IEnumerable<string> Statics(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Static).Where(member => member is not MethodInfo { IsSpecialName: true }).Select(member => member.Name);

    private static string Plain(Type type) => type.Name.Split('`')[0];

    /// <summary>The name that stands behind a prefix, if no name of a member follows it.</summary>
    private static string? First(string line, string prefix)
    {
        if (!line.StartsWith(prefix, StringComparison.Ordinal)) return null;

        var rest = line[prefix.Length..].TrimEnd();
        var length = rest.TakeWhile(letter => char.IsLetterOrDigit(letter) || letter == '_').Count();
        return length < rest.Length && rest[length] == '.' ? null : rest[..length];
    }
}
