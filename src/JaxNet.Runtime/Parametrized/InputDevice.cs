using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Where a network computes: where its inputs are.</summary>
internal static class InputDevice
{
    /// <summary>The device of the first tensor among the inputs; the other one, or the processor, where there is none.</summary>
    public static Device Of<TInputs>(TInputs inputs, Device? otherwise) => First(inputs)?.device ?? otherwise ?? CPU;

    /// <summary>The key, for draws to the inputs' device.</summary>
    public static Key? Draws<TInputs>(Key? key, TInputs inputs) => key is { } some && First(inputs) is { } tensor ? some.On(tensor.device) : key;

    /// <summary>A tree whose leaves in the processor's memory are moved to a device.</summary>
    public static T Placed<T>(T tree, Device device) => device.type == DeviceType.CPU ? tree : Tree.Map(tree, leaf => leaf.device_type == DeviceType.CPU ? Tree.Moved(leaf, device) : leaf);

    private static Tensor? First<TInputs>(TInputs inputs) => inputs as Tensor ?? (Tree.LeavesArray(inputs) is [var first, ..] ? first : null);
}
