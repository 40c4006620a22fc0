namespace Packaging.Tests;

/// <summary>docs/getting-started.md: what it tells people to write is what is tested.</summary>
internal static class Guide
{
    /// <summary>The program of one file, for the engine that there is.</summary>
    public static string OneFileProgram
    {
        get
        {
            var (name, version) = Build.EnginePackage;
            var lines = Block("#:package").Split('\n');
            return string.Join('\n', lines.Select(line => line.StartsWith("#:package TorchSharp") ? $"#:package {name}@{version}" : line));
        }
    }

    /// <summary>The same program for a project, which has its packages elsewhere.</summary>
    public static string Program => string.Join('\n', OneFileProgram.Split('\n').Where(line => !line.StartsWith("#:")));

    /// <summary>What the page says that it prints.</summary>
    public static string ProgramPrints => Page().Split("It prints the loss that is left:\n\n<!-- printed -->\n```\n")[1].Split("\n```")[0];

    private static string Block(string start) => start + Page().Split("```csharp\n" + start)[1].Split("```")[0];

    private static string Page() => Resource("getting-started.md");

    /// <summary>A file that the tests carry.</summary>
    public static string Resource(string name)
    {
        using var text = new StreamReader(typeof(Guide).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
