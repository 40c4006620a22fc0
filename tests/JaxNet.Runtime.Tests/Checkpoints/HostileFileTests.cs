using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

public sealed class HostileFileTests
{
    private const string A = """{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""";

    [Fact]
    public void TheFileThatTheOthersSpoilIsSound()
    {
        var info = RawFile.Inspect(RawFile.Of($$"""{"a":{{A}}}   """, 8));

        Assert.Equal(["a"], info.Tensors.Select(tensor => tensor.Name));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "tensors have 8 bytes, but the data in the file has 7")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "tensors have 8 bytes, but the data in the file has 9")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "a hole")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "an overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "an overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"b":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "a hole")]
    [InlineData("""{"b":{"dtype":"I8","shape":[8],"data_offsets":[0,8]},"a":{"dtype":"I8","shape":[4],"data_offsets":[8,4]}}""", 8, "before it starts")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "which makes 12 bytes, but it has 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "more than there can be")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "more than there can be")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8]}}""", 8, "the shape of a has something else")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "the shape of a has something else")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}""", 8, "the shape of a has something else")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,18446744073709551615]}}""", 8, "the data_offsets of a has something else")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""", 8, "more than 2 numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "lacks")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", 8, "lacks")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", 8, "lacks")]
    [InlineData("""{"a":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}}""", 8, "unknown dtype F33")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "two dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"code":"x"}}""", 8, "unknown property code")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}""", 8, "two tensors named a")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "__metadata__ twice")]
    [InlineData("""{"__metadata__":{"x":"1","x":"2"}}""", 0, "x twice")]
    [InlineData("""{"__metadata__":{"x":1}}""", 0, "another kind of JSON")]
    [InlineData("""{"__metadata__":{"x":{"y":"z"}}}""", 0, "another kind of JSON")]
    [InlineData("""{"__metadata__":{"jaxnet.shared":"{\"b\":\"a\"}"}}""", 0, "which isn't there")]
    [InlineData("""{"__metadata__":{"jaxnet.shared":"{\"a\":\"a\"}"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "there is one of that name")]
    [InlineData("""{"__metadata__":{"jaxnet.shared":"[[[["}}""", 0, "jaxnet.shared has another kind of JSON")]
    [InlineData("""{"__metadata__":{"jaxnet.shared":""}}""", 0, "JSON")]
    [InlineData("""{"a":null}""", 0, "another kind of JSON")]
    [InlineData("""{"a":[]}""", 0, "another kind of JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}}""", 8, "JSON")]
    [InlineData("""{"a\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} x""", 8, "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", 8, "JSON")]
    [InlineData(""" {}""", 0, "doesn't start with '{'")]
    [InlineData("[]", 0, "doesn't start with '{'")]
    [InlineData("", 0, "doesn't start with '{'")]
    public void AHeaderThatDoesNotFitIsRefused(string header, int dataBytes, string problem)
    {
        var error = Assert.Throws<CheckpointException>(() => RawFile.Inspect(RawFile.Of(header, dataBytes)));

        Assert.Contains(problem, error.Message);
        Assert.StartsWith("raw.safetensors: ", error.Message);
    }

    [Fact]
    public void TooManyDimensionsAreRefused() => Refused(
        RawFile.Of("""{"a":{"dtype":"F32","shape":[1""" + string.Concat(Enumerable.Repeat(",1", 99)) + """],"data_offsets":[0,4]}}""", 4), "more than 64 numbers");

    [Fact]
    public void DeepJsonIsRefused() => Refused(RawFile.Of($$"""{"a":{{new string('[', 1_000_000)}}"""), "JSON");

    [Fact]
    public void AHeaderThatIsNotUtf8IsRefused() => Refused(RawFile.Of([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)'}'], []), "not UTF-8");

    [Theory]
    [InlineData(new byte[0], "it has 0 bytes")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0 }, "it has 7 bytes")]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' }, "its header would have 3 bytes")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, (byte)'{', (byte)'}' }, "its header would have 18446744073709551615 bytes")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 127, (byte)'{', (byte)'}' }, "its header would have 9223372036854775807 bytes")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 8, 8, 0, 0, 0, 0 }, "its header would have")]
    public void ALengthIsNotTrusted(byte[] file, string problem)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(file, problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void AHeaderOverTheFormatsLimitIsRefusedBeforeItIsRead()
    {
        using var folder = new TemporaryFolder();
        var path = folder["sparse.safetensors"];
        using (var file = File.Create(path))
        {
            // A hole of 200 MB takes no room on the disk.
            file.Write(BitConverter.GetBytes(150_000_000L));
            file.SetLength(200_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Inspect(path));

        Assert.Contains("no more than 100000000 are allowed", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void TruthValuesHaveToBeTrueOrFalse()
    {
        var file = RawFile.Of("""{"a":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}"""u8.ToArray(), [0, 1, 2]);

        var error = Assert.Throws<CheckpointException>(() => RawFile.Load(file, new() { ["a"] = zeros(3, dtype: ScalarType.Bool) }));

        Assert.Contains("a has truth values that are neither 0 nor 1", error.Message);
    }

    [Fact]
    public void TypesThatJaxNetLacksAreShownButNotLoaded()
    {
        var file = RawFile.Of("""{"a":{"dtype":"U32","shape":[2],"data_offsets":[0,8]}}""", 8);

        Assert.Equal("U32", RawFile.Inspect(file).Tensors.Single().ElementType);
        Assert.Contains("U32 [2] in the file", Assert.Throws<CheckpointException>(() => RawFile.Load(file, new() { ["a"] = zeros(2) })).Message);
    }

    [Fact]
    public void NamesOutOfAFileDoNotCommandTheConsole()
    {
        var file = RawFile.Of($$"""{"\u001b[2J{{new string('x', 10_000)}}":{{A}}}""", 8);

        var error = Assert.Throws<CheckpointException>(() => RawFile.Load(file, []));

        Assert.DoesNotContain('\u001b', error.Message);
        Assert.InRange(error.Message.Length, 100, 1000);
    }

    [Fact]
    public void AFileThatGetsShorterWhileItIsReadIsAnError()
    {
        var file = RawFile.Of($$"""{"a":{{A}}}""", 8);
        using var stream = new Shrinking(file, file.Length - 4);

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(stream, "raw", new Dictionary<string, Tensor> { ["a"] = zeros(2) }, partial: false, rename: null));

        Assert.Contains("became shorter", error.Message);
    }

    private static void Refused(byte[] file, string problem) =>
        Assert.Contains(problem, Assert.Throws<CheckpointException>(() => RawFile.Inspect(file)).Message);

    /// <summary>Promises more than it has.</summary>
    private sealed class Shrinking(byte[] file, int kept) : MemoryStream(file[..kept])
    {
        private readonly int _promised = file.Length;

        public override long Length => _promised;
    }
}
