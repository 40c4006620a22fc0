using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["net.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ParametersComeBackBitForBitAndShared()
    {
        var net = Networks.Both();
        var parameters = net.Init(new Key(0), Networks.Inputs);

        Checkpoint.Save(File, parameters);
        var loaded = Checkpoint.Load(File, net.Init(new Key(1), Networks.Inputs));

        Same.Trees(parameters, loaded);
        Assert.Same(loaded.Encoder.Dense.Kernel, loaded.Mean.Encoder.Dense.Kernel);
        Assert.Equal(Same.Bytes(net.Apply(parameters, Networks.Inputs)), Same.Bytes(net.Apply(loaded, Networks.Inputs)));
    }

    /// <summary>Two networks with their optimizers and running states, say, without anything to register.</summary>
    [Fact]
    public void TuplesOfUpToSevenTreesComeBack()
    {
        Dictionary<string, Tensor> a = new() { ["x"] = ones(1) }, b = new() { ["x"] = ones(2) };
        List<Tensor> c = [ones(3)];
        Tensor[] d = [ones(4)], e = [ones(5), ones(6)];

        Checkpoint.Save(File, (a, c, b, d));
        var (_, _, second, fourth) = Checkpoint.Load(File, (a, c, b, d));
        Checkpoint.Save(File, (a, b, c, d, e));
        var five = Checkpoint.Load(File, (a, b, c, d, e));
        Checkpoint.Save(File, (a, b, c, d, e, a));
        var six = Checkpoint.Load(File, (a, b, c, d, e, a));
        Checkpoint.Save(File, (a, b, c, d, e, a, c));
        var seven = Checkpoint.Load(File, (a, b, c, d, e, a, c));

        Assert.Equal(2, second["x"].numel());
        Assert.Equal(4, fourth[0].numel());
        Assert.Equal(6, five.Item5[1].numel());
        Assert.Same(six.Item1["x"], six.Item6["x"]);
        Assert.Same(seven.Item3[0], seven.Item7[0]);
    }

    [Fact]
    public void ASharedTensorIsStoredOnceAndItsOtherPlacesAreListed()
    {
        var parameters = Networks.Both().Init(new Key(0), Networks.Inputs);

        Checkpoint.Save(File, parameters);
        var info = Checkpoint.Inspect(File);

        Assert.Equal(Tree.LeafCount(parameters), info.Tensors.Count);
        Assert.Equal(Tree.Paths(parameters).Order(), info.Tensors.Select(tensor => tensor.Name).Order());
        var stored = Tree.Paths(parameters).Single(path => path.EndsWith("encoder.dense.kernel"));
        Assert.Equal(stored, Assert.Single(info.Shared, shared => shared.Key.EndsWith("encoder.dense.kernel")).Value);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(0, false)]
    public void ListsAndAbsentMembersComeBack(int depth, bool project)
    {
        var net = Networks.Deep(depth, project);
        var parameters = net.Init(new Key(0), Networks.Inputs);

        Checkpoint.Save(File, parameters);
        var loaded = Checkpoint.Load(File, net.Init(new Key(1), Networks.Inputs));

        Same.Trees(parameters, loaded);
        Assert.Equal(project, loaded.Dense1 is not null);
        Assert.Equal(depth, loaded.Dense0.Count);
    }

    [Fact]
    public void EachElementTypeComesBack()
    {
        var numbers = tensor(new float[] { 0, 1, -2, 3.5f, 1e-3f, 127 });
        var tree = new Dictionary<string, Tensor>
        {
            ["scalar"] = tensor(-0f), ["empty"] = zeros(0, 4), ["nan"] = tensor(new[] { float.NaN, float.NegativeInfinity, float.Epsilon }),
            ["bool"] = tensor(new[] { true, false, true }), ["byte"] = tensor(new byte[] { 0, 255, 7 }),
        };
        foreach (var type in new[]
        {
            ScalarType.Float64, ScalarType.Float32, ScalarType.Float16, ScalarType.BFloat16,
            ScalarType.Int64, ScalarType.Int32, ScalarType.Int16, ScalarType.Int8, ScalarType.ComplexFloat32,
        })
        {
            tree[type.ToString()] = numbers.type(type);
        }

        Checkpoint.Save(File, tree);

        Same.Trees(tree, Checkpoint.Load(File, Tree.Map(tree, leaf => leaf.zeros_like())));
    }

    [Fact]
    public void ViewsAreStoredAsTheyLook()
    {
        var complex = new Key(3).Normal([2, 2]).view_as_complex();
        var whole = arange(12, dtype: ScalarType.Float32).reshape(3, 4);
        Tensor[] tree = [whole.t(), whole[TensorIndex.Colon, TensorIndex.Slice(1, 3)], complex.conj(), ones(1).expand(3)];

        Checkpoint.Save(File, tree);

        Same.Trees(Array.ConvertAll(tree, leaf => leaf.resolve_conj().contiguous().clone()), Checkpoint.Load(File, Array.ConvertAll(tree, leaf => leaf.zeros_like())));
    }

    [Fact]
    public void DataIsAlignedAndTheHeaderPadded()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = ones(3, dtype: ScalarType.Int8), ["b"] = ones(3, dtype: ScalarType.Float16), ["c"] = ones(3, dtype: ScalarType.Float64) });

        var info = Checkpoint.Inspect(File);

        Assert.Equal(0, info.DataStart % 8);
        Assert.All(info.Tensors, tensor => Assert.Equal(0, tensor.Start % tensor.Format.Size));
    }

    [Fact]
    public void ATensorAloneIsATreeToo()
    {
        Checkpoint.Save(File, arange(5));

        Assert.Equal([0L, 1, 2, 3, 4], Checkpoint.Load(File, zeros(5, dtype: ScalarType.Int64)).data<long>().ToArray());
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void KeysComeBackWithTheirMode(KeyMode mode)
    {
        var (weights, key) = (ones(2), Key.FromWords(0xDEADBEEF, 0xFFFFFFFF, mode));

        Checkpoint.Save(File, (weights, key));
        var (_, loaded) = Checkpoint.Load(File, (zeros(2), new Key(0)));

        Assert.Equal(key, loaded);
    }

    [Fact]
    public void MetadataIsShown()
    {
        Checkpoint.Save(File, Networks.Deep(1, false).Init(new Key(0), Networks.Inputs), new Dictionary<string, string> { ["epoch"] = "7", ["ñ\n"] = "\"æ\u0001" });

        var metadata = Checkpoint.Inspect(File).Metadata;

        Assert.Equal("7", metadata["epoch"]);
        Assert.Equal("\"æ\u0001", metadata["ñ\n"]);
        Assert.Contains("\"sequential\":\"Layers.Sequential\"", metadata["jaxnet.structure"]);
        Assert.Contains("\"dense1\":null", metadata["jaxnet.structure"]);
    }

    [Fact]
    public void WhatIsInspectedReadsAsATable()
    {
        var shared = ones(2, 3);
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = shared, ["b"] = shared, ["c"] = ones(1000, dtype: ScalarType.Float16) });

        Assert.Equal(
            """
            path              shape   type     count  bytes
            a                 [2, 3]  float32      6     24
            c                 [1000]  float16  1,000  2,000
            b                 = a
            total: 2 tensors                   1,006  2,024
            """,
            Checkpoint.Inspect(File).ToString());
    }

    [Fact]
    public void WhatTheFormatCannotHoldIsListed()
    {
        var tree = new Dictionary<string, object>
        {
            ["__metadata__"] = ones(1), ["a"] = new Dictionary<string, Tensor> { ["b"] = ones(1) }, ["a.b"] = ones(1),
            ["z"] = ones(1, dtype: ScalarType.ComplexFloat64), ["\ud800"] = ones(1),
        };

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Save(File, tree, new Dictionary<string, string> { ["jaxnet.x"] = "" }));

        Assert.Equal(5, error.Problems.Count);
        Assert.Contains("two tensors at a.b", error.Message);
        Assert.Contains("z is complexfloat64 [1]", error.Message);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void LoadedTensorsBelongToTheCaller()
    {
        Checkpoint.Save(File, ones(3));
        using var scope = NewDisposeScope();

        Checkpoint.Load(File, zeros(3));

        // What was loaded, and the zeros.
        Assert.Equal(2, scope.DisposablesCount);
    }
}
