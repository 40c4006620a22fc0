using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Tree
{
    /// <summary>Moves a tree to a device: parameters, running state, an optimizer's state, a batch.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <param name="device">Where to: <c>device("cuda")</c>, <c>device("cuda:1")</c>, <c>CPU</c>.</param>
    /// <returns>A new tree. Leaves that are there already are the same tensors; a key in the tree draws there from now on.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static T To<T>(T tree, Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Map(tree, leaf => Moved(leaf, device));
    }

    /// <summary>The tensor on a device; itself if it is there.</summary>
    // Tensor.to(device) is not the same method in all of TorchSharp's versions.
    internal static Tensor Moved(Tensor tensor, Device device) =>
        IsOn(tensor, device) ? tensor : device.type == DeviceType.CPU ? tensor.cpu() : empty(tensor.shape, tensor.dtype, device).copy_(tensor);

    // Without an index it is any device of that type; the processor has none.
    private static bool IsOn(Tensor tensor, Device device) =>
        tensor.device_type == device.type && (device.type == DeviceType.CPU || device.index < 0 || device.index == tensor.device_index);
}
