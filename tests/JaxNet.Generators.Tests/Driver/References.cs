using Microsoft.CodeAnalysis;
using TorchSharp;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>What a user's project refers to: the framework, JaxNet and the engine that these tests run on.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } = [.. Framework(), Of(typeof(Module)), Of(typeof(torch))];

    private static IEnumerable<MetadataReference> Framework()
    {
        // The platform's list has the test's own assemblies in it, too: a user has none of those.
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static MetadataReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
