using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>
/// The same on the lazy device as on the processor, which every machine has. Without steps in time: that device takes
/// a tensor apart (<c>unbind</c>) into tensors of the processor. <see cref="NetworkDeviceTests"/> has those, without numbers.
/// </summary>
public class LazyDeviceTests
{
    [LazyDeviceTheory]
    [MemberData(nameof(KeyDeviceTests.Draws), MemberType = typeof(KeyDeviceTests), DisableDiscoveryEnumeration = true)]
    public void Keys_give_the_same_numbers(string name, Func<Key, Tensor> draw)
    {
        _ = name;
        SameNumbers.Drawn(LazyDevice.Device, draw);
    }

    [LazyDeviceFact]
    public void Parameters_have_the_same_numbers() => SameNumbers.Initialized(LazyDevice.Device);

    [LazyDeviceFact]
    public void Images_are_learned_alike() => SameNumbers.Learned(LazyDevice.Device, DeviceNets.Images(), SameNumbers.ImageBatch, Optimizers.Adam(0.01));

    [LazyDeviceFact]
    public void Sequences_are_learned_alike() =>
        SameNumbers.Learned(LazyDevice.Device, DeviceNets.Attention(), SameNumbers.SequenceBatch, Optimizers.Adam(0.01));

    [LazyDeviceTheory]
    [MemberData(nameof(OptimizerTests.All), MemberType = typeof(OptimizerTests), DisableDiscoveryEnumeration = true)]
    public void Optimizers_take_the_same_steps(Optimizer optimizer) =>
        SameNumbers.Learned(LazyDevice.Device, DeviceNets.Pixels(), SameNumbers.ImageBatch, optimizer);

    [LazyDeviceFact]
    public void A_checkpoint_goes_from_one_to_the_other() => SameNumbers.Stored(LazyDevice.Device);
}
