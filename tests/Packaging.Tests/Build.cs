using System.Reflection;

namespace Packaging.Tests;

/// <summary>What the build of these tests knows: the packages that it has made, and which engine there is.</summary>
internal static class Build
{
    /// <summary>The folder with JaxNet's packages.</summary>
    public static string Packages => Path.Combine(AppContext.BaseDirectory, "packages");

    /// <summary>Other people's packages, as this repository's own restore has left them: a feed that needs no network.</summary>
    public static string OtherPackages => Value("OtherPackages");

    public static string Version => Value("Version");

    /// <summary>"package" or "system".</summary>
    public static string Engine => Value("TorchEngine");

    /// <summary>The package that one adds for it, and its version.</summary>
    public static (string Name, string Version) EnginePackage =>
        Engine == "system" ? ("TorchSharp.Lite", Version) : (Value("TorchPackage"), Value("TorchSharpVersion"));

    /// <summary>This machine's, such as linux-x64.</summary>
    public static string RuntimeIdentifier => Value("RuntimeIdentifier");

    /// <summary>Where this repository has compiled Lite's native part, which is found there by what it is made of.</summary>
    public static string TorchLiteCache => Value("TorchLiteCache");

    private static string Value(string name) => typeof(Build).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
