using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>Where the tensors of trees are.</summary>
internal static class Places
{
    /// <summary>Asserts that a tree has leaves, and that all of them are on a device.</summary>
    public static void AllOn<T>(Device device, T tree)
    {
        Assert.NotEmpty(Tree.Leaves(tree));
        Assert.All(Tree.NamedLeaves(tree), leaf => Assert.True(leaf.Leaf.device_type == device.type, $"{leaf.Path} is on {leaf.Leaf.device}"));
    }
}
