using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>The environment that native libraries read. .NET has a copy of its own: what is set there never gets here.</summary>
internal static partial class NativeEnvironment
{
    internal static string? Get(string name) => Environment.GetEnvironmentVariable(name) ?? Marshal.PtrToStringUTF8(getenv(name));

    internal static void Set(string name, string value) => setenv(name, value, 1);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
