using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

public sealed class StrictLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["net.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OneErrorListsAllThatDoesNotFit()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor>
        {
            ["dense0.kernel"] = ones(3, 4), ["dense0.bias"] = ones(4), ["dense1.bias"] = ones(2, dtype: ScalarType.Float64), ["old"] = ones(1), ["older"] = ones(1, 2),
        });
        var like = new Dictionary<string, Tensor>
        {
            ["dense0.kernel"] = ones(4, 3), ["dense0.bias"] = ones(4), ["dense1.bias"] = ones(2), ["new"] = ones(5), ["newer"] = ones([]),
        };

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, like));

        Assert.Equal(
            [
                "missing: new, float32 [5], is not in the file",
                "missing: newer, float32 [], is not in the file",
                "unexpected: old, float32 [1], is not in the tree",
                "unexpected: older, float32 [1, 2], is not in the tree",
                "another shape: dense0.kernel is float32 [4, 3] in the tree, but float32 [3, 4] in the file",
                "another type: dense1.bias is float32 [2] in the tree, but float64 [2] in the file",
            ],
            error.Problems.Order(Comparer<string>.Create((a, b) => Rank(a).CompareTo(Rank(b)))));
        Assert.All(error.Problems, problem => Assert.Contains(problem, error.Message));
        Assert.StartsWith(File, error.Message);
        Assert.Equal(File, error.File);
    }

    // In the order of the file or tree within a kind.
    private static int Rank(string problem) => Array.FindIndex(["missing", "unexpected", "another shape", "another type"], problem.StartsWith);

    [Fact]
    public void AnAbsentMemberThatTheFileHasIsUnexpectedAndTheOtherWayRoundMissing()
    {
        var (with, without) = (Networks.Deep(1, true).Init(new Key(0), Networks.Inputs), Networks.Deep(1, false).Init(new Key(0), Networks.Inputs));
        Checkpoint.Save(File, with);
        Assert.Contains("unexpected: dense1.kernel", Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, without)).Message);

        Checkpoint.Save(File, without);
        Assert.Contains("missing: dense1.kernel", Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, with)).Message);
    }

    [Fact]
    public void WhatIsSharedInTheTreeHasToBeOneTensorInTheFile()
    {
        Checkpoint.Save(File, (ones(2), zeros(2)));
        var shared = zeros(2);

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, (shared, shared)));

        Assert.Equal(["shared: 0 and 1 are one tensor in the tree, but two in the file, 0 and 1"], error.Problems);
    }

    [Fact]
    public void WhatIsSharedInTheFileOnlyIsLoadedIntoEachPlace()
    {
        var shared = arange(2);
        Checkpoint.Save(File, (shared, shared));

        var (first, second) = Checkpoint.Load(File, (shared.clone(), shared.clone()));

        Assert.NotSame(first, second);
        Assert.Equal(Same.Bytes(first), Same.Bytes(second));
    }

    [Fact]
    public void APlaceOfASharedTensorMayBeTheOneThatTheFileNamesFirst()
    {
        // Stored under "a", with "b" for another place; now only "b" is left.
        var shared = arange(2);
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = shared, ["b"] = shared });

        Assert.Equal([0L, 1], Checkpoint.Load(File, new Dictionary<string, Tensor> { ["b"] = shared.clone() })["b"].data<long>().ToArray());
    }

    [Fact]
    public void PartialTakesWhatThereIs()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["kept"] = ones(2), ["old"] = ones(1) });
        var like = new Dictionary<string, Tensor> { ["kept"] = zeros(2), ["new"] = zeros(3) };

        var loaded = Checkpoint.Load(File, like, partial: true);

        Assert.Equal([1f, 1], loaded["kept"].data<float>().ToArray());
        Assert.Same(like["new"], loaded["new"]);
        Assert.Equal(2, loaded.Count);
    }

    [Fact]
    public void PartialStillRefusesOtherShapesAndTypes()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = ones(2), ["b"] = ones(2) });
        var like = new Dictionary<string, Tensor> { ["a"] = zeros(3), ["b"] = zeros(2, dtype: ScalarType.Int64), ["c"] = ones(1) };

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, like, partial: true));

        Assert.Equal(2, error.Problems.Count);
    }

    [Fact]
    public void RenamingMovesPartsOfANetwork()
    {
        var encoder = Networks.Encoder().Init(new Key(0), Networks.Inputs);
        Checkpoint.Save(File, encoder);
        var like = Networks.Mean().Init(new Key(1), Networks.Inputs);

        var loaded = Checkpoint.Load(File, like, partial: true, rename: name => $"encoder.{name}");

        Same.Trees(encoder, loaded.Encoder);
        Assert.Same(like.Dense.Kernel, loaded.Dense.Kernel);
    }

    [Fact]
    public void RenamingToNothingLeavesOut()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = ones(2), ["b"] = zeros(1) });

        var loaded = Checkpoint.Load(File, new Dictionary<string, Tensor> { ["a"] = zeros(2) }, rename: name => name == "b" ? null : name);

        Assert.Equal([1f, 1], loaded["a"].data<float>().ToArray());
    }

    [Fact]
    public void RenamingTwoToOneIsAmbiguous()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = ones(2), ["b"] = zeros(2) });

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, new Dictionary<string, Tensor> { ["c"] = zeros(2) }, partial: true, rename: _ => "c"));

        Assert.Equal(["ambiguous: a and b are both renamed to c"], error.Problems);
    }

    [Fact]
    public void TheOtherNameIsToldWhereARenamedTensorDoesNotFit()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["a"] = ones(2) });

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, new Dictionary<string, Tensor> { ["c"] = zeros(3) }, rename: _ => "c"));

        Assert.Equal(["another shape: c is float32 [3] in the tree, but float32 [2] in the file, where it is a"], error.Problems);
    }

    [Fact]
    public void AFileThatIsNotThereIsNoCheckpointProblem() =>
        Assert.Throws<FileNotFoundException>(() => Checkpoint.Load(File, ones(1)));
}
