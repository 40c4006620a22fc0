namespace JaxNet;

/// <summary>Which library gives TorchSharp's types.</summary>
internal static class TorchLibrary
{
    /// <summary>Whether it is TorchSharp.Lite, and not TorchSharp's own package.</summary>
    public static bool IsLite { get; } = Type.GetType("TorchSharp.Interop.LibTorch, TorchSharp") is not null;
}
