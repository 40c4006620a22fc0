using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>A test on libtorch's lazy device, or one that says that it was skipped where that can't be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LazyDeviceFactAttribute : FactAttribute
{
    /// <summary>Starts the device.</summary>
    public LazyDeviceFactAttribute() => Skip = LazyDevice.IsMissing;
}

/// <inheritdoc cref="LazyDeviceFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LazyDeviceTheoryAttribute : TheoryAttribute
{
    /// <summary>Starts the device.</summary>
    public LazyDeviceTheoryAttribute() => Skip = LazyDevice.IsMissing;
}

/// <summary>
/// libtorch's lazy device: it notes operations, and the processor computes them, as TorchScript, once somebody asks for a number. To a program
/// it is another device, with memory that can't be read and tensors that can't be used together with the processor's: such a mixture ends the process.
/// </summary>
internal static class LazyDevice
{
    private const string Starter = "_ZN5torch4lazy22InitTorchScriptBackendEv";   // torch::lazy::InitTorchScriptBackend()

    /// <summary>Why there is none; null if there is one.</summary>
    public static string? IsMissing { get; } = Start();

    public static Device Device { get; } = new((DeviceType)17, 0);   // c10::DeviceType::Lazy

    private static string? Start()
    {
        if (!OperatingSystem.IsLinux())
            return "Where libtorch was loaded from is only looked up on Linux.";

        using var loadsLibtorch = zeros(1);
        var path = File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("/libtorch_cpu.so", StringComparison.Ordinal));
        if (path is null || !NativeLibrary.TryGetExport(NativeLibrary.Load(path[path.IndexOf('/')..]), Starter, out var start))
            return "This libtorch was built without its lazy device.";

        Marshal.GetDelegateForFunctionPointer<Action>(start)();
        return null;
    }
}
