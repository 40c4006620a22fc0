using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>
/// Loads the native library and libtorch with it, on the first native call. The native environment is made ready before:
/// BLAS and OpenMP read it as they are loaded, and never again.
/// </summary>
internal static class NativeLibraryLoader
{
    private const string Name = "torchlite";
    private const string File = "libtorchlite.so";

    private static readonly Lock gate = new();

    private static nint loaded;

    internal static EngineSettings? Settings { get; private set; }

    // A resolver must be there before the first native call, wherever that comes from.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Nothing runs here but the registration.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLoader).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name) return 0;
        lock (gate)
        {
            if (loaded == 0) Load(assembly);
        }
        return loaded;
    }

    private static void Load(Assembly assembly)
    {
        Settings = EngineSettings.For(CpuFeatures.OfThisMachine(), Processors.Cores(), NativeEnvironment.Get);
        foreach (var setting in Settings.Chosen.Where(setting => !setting.ByUser)) NativeEnvironment.Set(setting.Name, setting.Value);

        try
        {
            loaded = NativeLibrary.TryLoad(File, assembly, DllImportSearchPath.AssemblyDirectory, out var beside)
                ? beside
                : NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, File));
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException($"{File} could not be loaded. The build compiles it and puts it beside TorchSharp.dll, with TorchEngine=system or the TorchSharp.Lite package, and it needs the libtorch that it was built against (Debian, Ubuntu: libtorch-dev; else LIBTORCH). {e.Message}", e);
        }

        // The import is resolved while it is called, and finds the library loaded.
        if (MemoryCache.IsWanted(NativeEnvironment.Get)) MemoryCache.Install();
        if (EngineReport.Wanted) EngineReport.Print(Settings);
    }
}
