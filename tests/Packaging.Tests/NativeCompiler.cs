using System.Diagnostics;

namespace Packaging.Tests;

/// <summary>A test that runs where .NET's native compiler can be had, and says that it was skipped where it can't.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    /// <summary>Asks for the compiler.</summary>
    public NativeFactAttribute() => Skip = NativeCompiler.IsMissing;
}

/// <summary>
/// The packages of the native compiler, and the C compiler that it links with. The packages are restored as anybody's would be, with the settings
/// and into the cache of this machine: a registry that lacks them must not stop the build of these tests, as a PackageDownload would.
/// </summary>
internal static class NativeCompiler
{
    /// <summary>Why a program can't be compiled ahead of time here; null if it can.</summary>
    public static string? IsMissing { get; } = Look();

    private static string? Look()
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!OperatingSystem.IsWindows() && !paths.Any(path => File.Exists(Path.Combine(path, "clang")) || File.Exists(Path.Combine(path, "gcc"))))
            return "There is no clang or gcc here for .NET's native compiler to link with.";

        var folder = Directory.CreateTempSubdirectory("jaxnet-native-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Probe.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <PublishAot>true</PublishAot>
                    <RuntimeIdentifier>{Build.RuntimeIdentifier}</RuntimeIdentifier>
                  </PropertyGroup>
                </Project>
                """);
            var (exit, output) = Command.Run(new ProcessStartInfo("dotnet", "restore") { WorkingDirectory = folder.FullName });
            if (exit == 0) return null;
            var problem = output.Split('\n').FirstOrDefault(line => line.Contains("error")) ?? output;
            return $"The packages of .NET's native compiler can't be had here: {problem.Trim()}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
