using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>
/// Networks on another device than the processor. Tensors on 'meta' have shapes and no numbers; like a GPU's they can't be used together
/// with others, and every machine has them.
/// </summary>
public class NetworkDeviceTests
{
    private static readonly (Tensor, Tensor) ImageBatch = (zeros([4, 8, 8, 1], device: META), zeros([4, 3], device: META));
    private static readonly (Tensor, Tensor) SequenceBatch = (zeros([4, 7, 5], device: META), zeros([4, 3], device: META));

    public static TheoryData<Optimizer> OptimizersWithMetaKernels =>
        [.. TrajectoryTests.Cases.Where(row => (string)row[0] is not ("adamax" or "lamb" or "sm3")).Select(row => (Optimizer)row[1])];

    [Fact]
    public void Parameters_are_made_where_the_inputs_are()
    {
        Places.AllOn(META, DeviceNets.Loss(DeviceNets.Pixels()).Init(new Key(0), ImageBatch));
        Places.AllOn(META, DeviceNets.Steps().Init(new Key(0), SequenceBatch.Item1));
        Places.AllOn(META, DeviceNets.Noisy().InitWithState(new Key(0), zeros([4, 3], device: META)));
        Places.AllOn(CPU, DeviceNets.Steps().Init(new Key(0).On(META), zeros(4, 7, 5)));
    }

    [Fact]
    public void A_body_that_makes_tensors_without_a_device_runs_where_its_inputs_are()
    {
        var x = zeros([4, 3], device: META);
        var (parameters, state) = DeviceNets.Noisy().InitWithState(new Key(0), x);
        var (output, next) = DeviceNets.Noisy().Apply(parameters, state, x, new Key(1));
        var (_, fresh) = DeviceNets.Noisy().Apply(parameters, new DeviceNets.NoisyState(), x, new Key(1));
        Places.AllOn(META, (output, next, fresh));
    }

    [Fact]
    public void Parameters_of_another_network_are_used_where_the_inputs_are()
    {
        var loss = DeviceNets.Loss(DeviceNets.Steps());
        var parameters = loss.Init(new Key(0), SequenceBatch);
        Places.AllOn(META, DeviceNets.Steps().ApplyFrom((loss, parameters), SequenceBatch.Item1));
        Places.AllOn(META, loss.Init(new Key(0), SequenceBatch, reuse: [("network.dense.bias", zeros([3], device: META))]));
    }

    [Fact]
    public void Gradients_are_where_the_parameters_are()
    {
        var loss = DeviceNets.Loss(DeviceNets.Steps());
        Places.AllOn(META, loss.ValueAndGrad(loss.Init(new Key(0), SequenceBatch), SequenceBatch));
    }

    [Theory]
    [MemberData(nameof(OptimizersWithMetaKernels), DisableDiscoveryEnumeration = true)]
    public void Optimizers_go_on_where_the_parameters_are(Optimizer optimizer)
    {
        var clipped = Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(1), GradientTransforms.AddDecayedWeights(0.1)], optimizer);
        var loss = DeviceNets.Loss(DeviceNets.Pixels());
        var (parameters, running) = loss.InitWithState(new Key(0), ImageBatch);
        var state = clipped.Init(parameters);
        for (var step = 0; step < 2; step++)
            (state, running) = clipped.Update(loss, state, running, ImageBatch, new Key(step));

        clipped.Step(ref state, ref running, loss, ImageBatch, new Key(2));
        Places.AllOn(META, (clipped.GetParameters(state), running));
        Assert.All(state.SlotNames, name => Places.AllOn(META, state.Slot(name)));
    }
}
