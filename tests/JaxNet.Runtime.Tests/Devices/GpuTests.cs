using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>The same on a GPU as on the processor.</summary>
[Trait("Device", "GPU")]
public class GpuTests
{
    [GpuTheory]
    [MemberData(nameof(KeyDeviceTests.Draws), MemberType = typeof(KeyDeviceTests), DisableDiscoveryEnumeration = true)]
    public void Keys_give_the_same_numbers(string name, Func<Key, Tensor> draw)
    {
        _ = name;
        SameNumbers.Drawn(Gpu.Device, draw);
    }

    [GpuFact]
    public void Parameters_have_the_same_numbers() => SameNumbers.Initialized(Gpu.Device);

    [GpuFact]
    public void Images_are_learned_alike() =>
        SameNumbers.Learned(Gpu.Device, DeviceNets.Images(), SameNumbers.ImageBatch, Optimizers.Adam(0.01), tolerance: 5e-3);

    [GpuFact]
    public void Sequences_are_learned_alike() => SameNumbers.Learned(Gpu.Device, DeviceNets.Transformer(), SameNumbers.SequenceBatch, Optimizers.Adam(0.01));

    [GpuFact]
    public void Gated_units_are_learned_alike() => SameNumbers.Learned(Gpu.Device, DeviceNets.Steps(), SameNumbers.SequenceBatch, Optimizers.Adam(0.01));

    [GpuTheory]
    [MemberData(nameof(OptimizerTests.All), MemberType = typeof(OptimizerTests), DisableDiscoveryEnumeration = true)]
    public void Optimizers_take_the_same_steps(Optimizer optimizer) => SameNumbers.Learned(Gpu.Device, DeviceNets.Steps(), SameNumbers.SequenceBatch, optimizer);

    [GpuFact]
    public void A_checkpoint_goes_from_one_to_the_other() => SameNumbers.Stored(Gpu.Device);
}
