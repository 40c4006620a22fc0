using System.Diagnostics;

namespace Packaging.Tests;

/// <summary>One machine for all tests, one after the other: its packages are unpacked once.</summary>
[CollectionDefinition(nameof(Machine))]
public sealed class OneMachine : ICollectionFixture<Machine>;

/// <summary>
/// The machine of somebody who has the packages and nothing else: an empty folder, empty caches, and no feeds but folders. JaxNet's packages
/// are never taken from the machine's own cache, where older ones of the same version may lie.
/// </summary>
public sealed class Machine : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("jaxnet-packaging-").FullName;

    public Machine()
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="jaxnet" value="{Build.Packages}" />
                <add key="others" value="{Build.OtherPackages}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="jaxnet"><package pattern="JaxNet*" /><package pattern="TorchSharp.Lite" /></packageSource>
                <packageSource key="others"><package pattern="*" /></packageSource>
              </packageSourceMapping>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Writes a file, and the folders on its way.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public bool Has(string path) => File.Exists(Path.Combine(_root, path));

    /// <summary>Runs <c>dotnet</c> in a folder, and gives back what it printed. It must succeed.</summary>
    public string Dotnet(string folder, params string[] arguments)
    {
        var (exit, output) = Run(folder, arguments);
        Assert.True(exit == 0, $"dotnet {string.Join(' ', arguments)} ended with {exit}:\n{output}");
        return output;
    }

    /// <summary>Runs <c>dotnet</c> in a folder where it must fail, and gives back what it printed.</summary>
    public string DotnetFails(string folder, params string[] arguments)
    {
        var (exit, output) = Run(folder, arguments);
        Assert.True(exit != 0, $"dotnet {string.Join(' ', arguments)} should have failed:\n{output}");
        return output;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Runs a program that was built here, and gives back what it printed. It must succeed.</summary>
    public string Start(string folder, string program)
    {
        var (exit, output) = Run(folder, [], Path.Combine(_root, folder, program));
        Assert.True(exit == 0, $"{program} ended with {exit}:\n{output}");
        return output;
    }

    private (int Exit, string Output) Run(string folder, string[] arguments, string program = "dotnet")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName,
        };
        start.Environment["DOTNET_CLI_HOME"] = Path.Combine(_root, ".home");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(_root, ".data");
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, ".packages");
        start.Environment["TorchLiteCache"] = Build.TorchLiteCache;
        var (exit, output) = Command.Run(start);

        // Where the folder of packages lacks a version that somebody asks for, the next one serves, and this says so.
        var lines = output.Split(Environment.NewLine).Where(line => !line.Contains("warning NU1603"));
        return (exit, string.Join(Environment.NewLine, lines));
    }
}
