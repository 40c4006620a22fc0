using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Where the tensors go that are drawn from the key; the processor's memory if nobody has said otherwise.</summary>
    /// <remarks>
    /// The words are computed by the processor, so that the numbers are the same for every device. Inside of <c>Init</c> and <c>Apply</c>
    /// keys draw to where the network's inputs are, and draws with probabilities or other tensors go to where those are.
    /// </remarks>
    public Device Device => _place == 0 ? CPU : new Device((DeviceType)(_place >> 16), (_place & 0xFFFF) - 1);

    /// <summary>The same key for another device, as <c>jax.device_put(key, device)</c>: the same numbers, there. Keys derived from it inherit the device.</summary>
    /// <param name="device">The device.</param>
    public Key On(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return new(High, Low, Mode, device.type == DeviceType.CPU ? 0 : ((int)device.type << 16) | (device.index + 1));
    }

    private Tensor Placed(Tensor drawn) => Streams.Draw.Placed(drawn, Device);
}
