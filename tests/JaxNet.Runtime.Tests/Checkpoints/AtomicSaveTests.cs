using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

public sealed class AtomicSaveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["net.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFailureInTheMiddleLeavesTheOldFileAndNoOther()
    {
        Checkpoint.Save(Target, ones(1000));
        var old = File.ReadAllBytes(Target);

        var error = Assert.Throws<IOException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write(new byte[100_000]);
            Assert.Equal(2, _folder.Names.Length);
            throw new IOException("the cable was pulled");
        }));

        Assert.Equal("the cable was pulled", error.Message);
        Assert.Equal(old, File.ReadAllBytes(Target));
        Assert.Equal(["net.safetensors"], _folder.Names);
    }

    [Fact]
    public void AFullDiskLeavesTheOldFile()
    {
        // A device on Linux that answers each write as a full disk does.
        if (!File.Exists("/dev/full"))
            return;

        Checkpoint.Save(Target, ones(1000));
        var old = File.ReadAllBytes(Target);
        var layout = new CheckpointLayout(Target, zeros(100_000), new Dictionary<string, string>());

        Assert.Throws<IOException>(() => AtomicFile.Write(Target, layout.Write, _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write)));

        Assert.Equal(old, File.ReadAllBytes(Target));
        Assert.Equal(["net.safetensors"], _folder.Names);
    }

    [Fact]
    public void AFailureOfTheLastStepCleansUp()
    {
        // There is a folder of that name.
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<SystemException>(() => Checkpoint.Save(Target, ones(3)));

        Assert.Equal(["net.safetensors"], _folder.Names);
    }

    [Fact]
    public void AFolderThatIsNotThereIsAnError() =>
        Assert.Throws<DirectoryNotFoundException>(() => Checkpoint.Save(_folder["no/net.safetensors"], ones(3)));

    [Fact]
    public void AFolderThatCannotBeWrittenLeavesTheOldFile()
    {
        // Whoever runs as root can write everywhere but where the kernel says no.
        const string folder = "/proc/self";
        if (!Directory.Exists(folder))
            return;

        Assert.ThrowsAny<SystemException>(() => Checkpoint.Save($"{folder}/net.safetensors", ones(3)));
    }

    [Fact]
    public void ALinkStaysALinkAndPermissionsStay()
    {
        if (OperatingSystem.IsWindows())
            return;

        Checkpoint.Save(Target, zeros(3));
        File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(_folder["latest"], "net.safetensors");

        Checkpoint.Save(_folder["latest"], ones(3));

        Assert.Equal("net.safetensors", new FileInfo(_folder["latest"]).LinkTarget);
        Assert.Equal([1f, 1, 1], Checkpoint.Load(Target, zeros(3)).data<float>().ToArray());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
        Assert.Equal(["latest", "net.safetensors"], _folder.Names);
    }

    [Fact]
    public async Task WhoeverReadsWhileOthersWriteFindsAWholeFile()
    {
        Checkpoint.Save(Target, zeros(20_000));
        var writers = Enumerable.Range(1, 2).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
                Checkpoint.Save(Target, full(20_000, (float)writer));
        })).ToArray();

        var like = zeros(20_000);
        while (!writers.All(writer => writer.IsCompleted))
        {
            var loaded = Checkpoint.Load(Target, like);
            Assert.Equal(loaded.min().item<float>(), loaded.max().item<float>());
        }

        await Task.WhenAll(writers);
        Assert.Equal(["net.safetensors"], _folder.Names);
    }
}
