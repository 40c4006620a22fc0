using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// Calls libtorch's operators by name: "add.Tensor" is aten::add, overload Tensor. A call allocates nothing on the
/// managed heap but the tensors that come back, and the lists among its arguments.
/// </summary>
internal static unsafe class Op
{
    // The names are literals of this assembly, so the same name is the same object: no hashing of characters per call.
    private static readonly ConcurrentDictionary<string, nint> found = new(ReferenceEqualityComparer.Instance);

    private const int MaxStackScratch = 512;
    private const int MaxArguments = 20;

    /// <summary>An operator that returns one tensor.</summary>
    internal static Tensor Call(string name, params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result = default;
        Invoke(name, arguments, &result, 1);
        return Take(result);
    }

    /// <summary>An operator that changes its first argument, and returns it.</summary>
    internal static Tensor InPlace(string name, params ReadOnlySpan<Arg> arguments)
    {
        Invoke(name, arguments, null, 0);
        return Unsafe.As<Tensor>(arguments[0].Reference!);
    }

    internal static (Tensor, Tensor) Pair(string name, params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(name, arguments, results, 2);
        return (Take(results[0]), Take(results[1]));
    }

    internal static (Tensor, Tensor, Tensor) Triple(string name, params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(name, arguments, results, 3);
        return (Take(results[0]), Take(results[1]), Take(results[2]));
    }

    internal static Tensor[] List(string name, params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result = default;
        Invoke(name, arguments, &result, 1);
        return TakeAll(result);
    }

    /// <summary>An operator that returns a truth value or a number, not a tensor.</summary>
    internal static NativeValue Value(string name, params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result = default;
        Invoke(name, arguments, &result, 1);
        return result;
    }

    internal static bool Bool(string name, params ReadOnlySpan<Arg> arguments) => Value(name, arguments).Int != 0;

    internal static Tensor Take(in NativeValue result) => new((nint)result.Pointer);

    internal static Tensor[] TakeAll(in NativeValue result)
    {
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(((nint*)result.Pointer)[i]);
        LibTorch.torchlite_free(result.Pointer);
        return tensors;
    }

    /// <summary>A function of a TorchScript unit.</summary>
    internal static void Script(nint unit, byte* name, ReadOnlySpan<Arg> arguments, NativeValue* result)
    {
        nuint bytes = 0;
        foreach (ref readonly var argument in arguments) bytes += argument.Reference is null ? 0 : argument.ScratchBytes;

        fixed (NativeValue* values = new NativeValue[arguments.Length + 1])
        fixed (byte* scratch = new byte[bytes + 1])
        {
            var next = scratch;
            for (var i = 0; i < arguments.Length; i++) arguments[i].Write(values + i, ref next);
            if (LibTorch.torchlite_script_call(unit, name, values, arguments.Length, result) < 0) throw LibTorch.LastError();
        }

        foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
    }

    [SkipLocalsInit]
    private static void Invoke(string name, ReadOnlySpan<Arg> arguments, NativeValue* results, int capacity)
    {
        var op = found.TryGetValue(name, out var known) ? known : Find(name);

        nuint scratchBytes = 0;
        foreach (ref readonly var argument in arguments) scratchBytes += argument.Reference is null ? 0 : argument.ScratchBytes;

        if (scratchBytes <= MaxStackScratch)
        {
            var scratch = stackalloc byte[MaxStackScratch];
            Invoke(op, arguments, scratch, results, capacity);
            return;
        }

        var large = (byte*)NativeMemory.Alloc(scratchBytes);
        try
        {
            Invoke(op, arguments, large, results, capacity);
        }
        finally
        {
            NativeMemory.Free(large);
        }
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Invoke(nint op, ReadOnlySpan<Arg> arguments, byte* scratch, NativeValue* results, int capacity)
    {
        var values = stackalloc NativeValue[MaxArguments];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(arguments.Length, MaxArguments);
        for (var i = 0; i < arguments.Length; i++) arguments[i].Write(values + i, ref scratch);
        if (LibTorch.torchlite_call(op, values, arguments.Length, results, capacity) < 0) throw LibTorch.LastError();

        // The native side holds its own references by now; this keeps finalizers away until it has taken them.
        foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
    }

    internal static bool Exists(string name)
    {
        try
        {
            return Find(name) != 0;
        }
        catch (ExternalException)
        {
            return false;
        }
    }

    private static nint Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var op = dot < 0 ? "aten::" + name : "aten::" + name[..dot];
        var overload = dot < 0 ? "" : name[(dot + 1)..];
        fixed (byte* opBytes = Encoding.UTF8.GetBytes(op + '\0'), overloadBytes = Encoding.UTF8.GetBytes(overload + '\0'))
            return found.GetOrAdd(name, LibTorch.Check(LibTorch.torchlite_find(opBytes, overloadBytes)));
    }
}
