using System.Runtime.CompilerServices;
using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Snapshots;

/// <summary>
/// Compares generated source with the file that a person has accepted, by Verify's conventions: <c>Class.Method.verified.cs</c>
/// beside the test; where they differ, <c>Class.Method.received.cs</c> is written, and renaming it accepts the change.
/// </summary>
internal static class Snapshot
{
    /// <summary>
    /// Fails unless these files compile without error or warning, are generated from without a second thought the second
    /// time, and give what was accepted for the calling test.
    /// </summary>
    public static Task Match(IEnumerable<(string Name, string Text)> files, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "") =>
        Match(Project.Of(files), testFile, method);

    /// <inheritdoc cref="Match(IEnumerable{ValueTuple{string, string}}, string, string)"/>
    public static Task Match(string netMembers, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "") =>
        Match([("Net.cs", Source.InNet(netMembers))], testFile, method);

    /// <inheritdoc cref="Match(IEnumerable{ValueTuple{string, string}}, string, string)"/>
    public static async Task Match(Project project, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        var run = project.Run().AssertClean();
        Cached.AssertSecondRun(project);
        var received = string.Join("\n", run.Files.Select(file => $"//// {file.Name}\n{file.Text}")).TrimEnd();
#if USE_VERIFY
        await VerifyXunit.Verifier.Verify(received, extension: "cs", sourceFile: testFile).UseMethodName(method);
#else
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{method}");
        var verified = File.Exists(path + ".verified.cs") ? await File.ReadAllTextAsync(path + ".verified.cs") : null;
        if (verified?.ReplaceLineEndings("\n").TrimEnd() == received)
        {
            File.Delete(path + ".received.cs");
            return;
        }

        await File.WriteAllTextAsync(path + ".received.cs", received);
        Assert.Fail(verified is null
            ? $"There is no {Path.GetFileName(path)}.verified.cs yet; read the .received.cs beside it, and rename it if it is right."
            : $"{Path.GetFileName(path)}.received.cs differs from the .verified.cs: {Difference.First(verified.ReplaceLineEndings("\n").TrimEnd(), received)}");
#endif
    }
}
