using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using JaxNet.Benchmarks.Works;
using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Parts;

/// <summary>What a step is made of, part by part: time and .NET's allocations of each.</summary>
[MemoryDiagnoser]
public class PartBenchmarks
{
    private Tensor left = null!, right = null!, image = null!;
    private Networks.SmallParams parameters = null!;
    private Networks.SmallModule network = null!;
    private IReadOnlyList<Tensor> leaves = [];
    private Key key;

    /// <summary>Runs all, in this process: no project is generated and built for each.</summary>
    internal static void Run() => BenchmarkRunner.Run<PartBenchmarks>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));

    /// <summary>Makes the values.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        (left, right, image) = (ones(8), ones(8), new Key(1).Normal([1, 784]));
        network = Networks.Small();
        parameters = network.Init(new Key(0), image);
        leaves = Tree.Leaves(parameters);
        key = new Key(0);
    }

    /// <summary>One call of an operator.</summary>
    [Benchmark]
    public void OneOperator() => left.add(right).Dispose();

    /// <summary>A tree of six leaves, taken apart.</summary>
    [Benchmark]
    public int TreeLeaves() => Tree.Leaves(parameters).Count;

    /// <summary>A tree of six leaves, mapped.</summary>
    [Benchmark]
    public object TreeMap() => Tree.Map(parameters, leaf => leaf);

    /// <summary>A tree of six leaves, built.</summary>
    [Benchmark]
    public object TreeUnflatten() => Tree.Unflatten(parameters, leaves);

    /// <summary>A key, split in two.</summary>
    [Benchmark]
    public Key KeySplit() => key.Split().Item1;

    /// <summary>Ten thousand normal numbers.</summary>
    [Benchmark]
    public void TenThousandNormals() => key.Normal([10_000]).Dispose();

    /// <summary>One image through the small network.</summary>
    [Benchmark]
    public void ApplySmall() => network.Apply(parameters, image).Dispose();
}
