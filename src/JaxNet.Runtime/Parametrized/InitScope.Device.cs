using static TorchSharp.torch;

namespace JaxNet;

// Parameters are made where the network computes.
public sealed partial class InitScope
{
    private readonly Device _device;

    // What is made without a thought of devices lies in the processor's memory; where somebody has put it elsewhere, it stays.
    private T Placed<T>(T value) => InputDevice.Placed(value, _device);
}
