using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>Loads the native library, after the process's native environment has been made ready for libtorch.</summary>
internal static class NativeLibraryLoader
{
    // A resolver must be there before the first native call, wherever that comes from.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Nothing runs here but the registration.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLoader).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "torchlite") return 0;
        return NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libtorchlite.so"));
    }
}
