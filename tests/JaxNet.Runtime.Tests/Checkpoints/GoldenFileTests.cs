using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

/// <summary>The file is golden.py's, which knows nothing of JaxNet.</summary>
public sealed class GoldenFileTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Checkpoints", "golden.safetensors");

    [Fact]
    public void AFileWrittenByPythonIsRead()
    {
        var like = new Dictionary<string, Tensor>
        {
            ["dense.kernel"] = zeros(2, 3), ["dense.bias"] = zeros(3, dtype: ScalarType.Float64), ["half"] = zeros(2, 2, dtype: ScalarType.Float16),
            ["brain"] = zeros(3, dtype: ScalarType.BFloat16), ["i64"] = zeros(2, dtype: ScalarType.Int64), ["i32"] = zeros(2, 1, dtype: ScalarType.Int32),
            ["i16"] = zeros(1, 2, dtype: ScalarType.Int16), ["i8"] = zeros(3, dtype: ScalarType.Int8), ["u8"] = zeros(3, dtype: ScalarType.Byte),
            ["bool"] = zeros(4, dtype: ScalarType.Bool), ["scalar"] = zeros([]), ["empty"] = zeros(0, 4),
        };

        var loaded = Checkpoint.Load(Golden, like);

        Assert.Equal([0.5f, -1.25f, 3, 1e-3f, 65504, -0f], loaded["dense.kernel"].data<float>().ToArray());
        Assert.Equal([0.1, -2.5e300, 5e-324], loaded["dense.bias"].data<double>().ToArray());
        Assert.Equal([1.5f, -0.25f, 65504, (float)(Half)6e-8f], loaded["half"].type(ScalarType.Float32).data<float>().ToArray());
        Assert.Equal([1f, -3.140625f], loaded["brain"].type(ScalarType.Float32).data<float>().ToArray()[..2]);
        Assert.Equal([long.MinValue, long.MaxValue], loaded["i64"].data<long>().ToArray());
        Assert.Equal([int.MinValue, 7], loaded["i32"].data<int>().ToArray());
        Assert.Equal([short.MinValue, short.MaxValue], loaded["i16"].data<short>().ToArray());
        Assert.Equal([sbyte.MinValue, (sbyte)0, sbyte.MaxValue], loaded["i8"].data<sbyte>().ToArray());
        Assert.Equal([(byte)0, (byte)128, (byte)255], loaded["u8"].data<byte>().ToArray());
        Assert.Equal([true, false, false, true], loaded["bool"].data<bool>().ToArray());
        Assert.Equal(42, loaded["scalar"].item<float>());
        Assert.Equal([0L, 4], loaded["empty"].shape);
    }

    [Fact]
    public void ItsMetadataIsRead() =>
        Assert.Equal("written by golden.py: ä漢", Checkpoint.Inspect(Golden).Metadata["note"]);
}
