using System.Text.Json;
using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>Twenty steps on a small network, against PyTorch or the formula: see trajectories.py.</summary>
public class TrajectoryTests
{
    private static readonly JsonElement Expected = Load();

    public static TheoryData<string, Optimizer> Cases => new()
    {
        { "sgd", Optimizers.Sgd(0.1) },
        { "momentum", Optimizers.Momentum(0.05) },
        { "adam", Optimizers.Adam(0.01) },
        { "adam with other betas", Optimizers.Adam(0.01, b1: 0.8, b2: 0.95, eps: 1e-3) },
        { "nesterov", Optimizers.Nesterov(0.05) },
        { "adagrad", Optimizers.Adagrad(0.05) },
        { "rmsprop", Optimizers.RmsProp(0.005) },
        { "rmsprop momentum", Optimizers.RmsPropMomentum(0.001) },
        { "adamw", Optimizers.AdamW(0.01, weightDecay: 0.1) },
        { "adamax", Optimizers.Adamax(0.01) },
        { "nadam", Optimizers.NAdam(0.01) },
        { "radam", Optimizers.RAdam(0.01) },
        { "lion", Optimizers.Lion(0.003, weightDecay: 0.1) },
        { "lamb", Optimizers.Lamb(0.02, weightDecay: 0.1) },
        { "sm3", Optimizers.Sm3(0.05) },
        { "adafactor", Optimizers.Adafactor(0.3, clip: 0.9, weightDecay: 0.01) },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Single_precision_agrees_but_for_what_twenty_steps_make_of_rounding(string name, Optimizer optimizer) =>
        Check(name, optimizer, ScalarType.Float32, tolerance: 5e-6);

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Double_precision_agrees_to_its_last_digits(string name, Optimizer optimizer) =>
        Check(name, optimizer, ScalarType.Float64, tolerance: 1e-12);

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Steps_in_place_agree_as_well(string name, Optimizer optimizer) =>
        Check(name, optimizer, ScalarType.Float64, tolerance: 1e-12, inPlace: true);

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Tensor_operations_agree_with_the_fused_pass(string name, Optimizer optimizer)
    {
        _ = name;
        var unfused = optimizer.Unfused();
        var (fused, plain) = (optimizer.Init(Start(ScalarType.Float32)), optimizer.Init(Start(ScalarType.Float32)));
        for (var step = 0; step < 20; step++)
        {
            fused = optimizer.Update(new NetLoss(), fused, Batch(ScalarType.Float32));
            plain = unfused.Update(new NetLoss(), plain, Batch(ScalarType.Float32));
            Assert.All(Tree.Zip(fused, plain), pair => Assert.True(pair.First.allclose(pair.Second, rtol: 1e-6, atol: 1e-7)));
        }
    }

    private static void Check(string name, Optimizer optimizer, ScalarType type, double tolerance, bool inPlace = false)
    {
        var loss = new NetLoss();
        var state = optimizer.Init(Start(type));
        for (var step = 1; step <= 20; step++)
        {
            if (inPlace)
                optimizer.Step(ref state, loss, Batch(type));
            else
                state = optimizer.Update(loss, state, Batch(type));

            if (!Expected.GetProperty(name).TryGetProperty($"{step}", out var numbers))
                continue;

            var expected = numbers.EnumerateArray().Select(number => number.GetDouble()).ToArray();
            var actual = cat([.. Tree.Leaves(state.Parameters).Select(leaf => leaf.flatten())]).type(ScalarType.Float64).data<double>().ToArray();
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.True(
                    Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                    $"{name}, step {step}, number {i}: expected {expected[i]:R}, but was {actual[i]:R}");
            }
        }
    }

    private static NetParams Start(ScalarType type) => new()
    {
        Dense0 = new() { Kernel = Wave(type, 0, 3, 4), Bias = Wave(type, 7, 4) },
        Dense1 = new() { Kernel = Wave(type, 3, 4, 2), Bias = Wave(type, 10, 2) },
    };

    private static (Tensor, Tensor) Batch(ScalarType type) => (Wave(type, 1, 5, 3), Wave(type, 2, 5, 2));

    private static Tensor Wave(ScalarType type, double start, params long[] shape) =>
        (arange(shape.Aggregate(1L, (product, size) => product * size), dtype: ScalarType.Float64) + start).sin().reshape(shape).type(type);

    internal static JsonElement Load()
    {
        using var stream = typeof(TrajectoryTests).Assembly.GetManifestResourceStream("trajectories.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
