using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A type of elements as safetensors files name it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Size">How many bytes an element takes.</param>
/// <param name="Type">The type of such tensors; null for those that there are in files, but not here.</param>
internal sealed record ElementFormat(string Name, int Size, ScalarType? Type)
{
    private static readonly ElementFormat[] All =
    [
        new("F64", 8, ScalarType.Float64),
        new("F32", 4, ScalarType.Float32),
        new("F16", 2, ScalarType.Float16),
        new("BF16", 2, ScalarType.BFloat16),
        new("I64", 8, ScalarType.Int64),
        new("I32", 4, ScalarType.Int32),
        new("I16", 2, ScalarType.Int16),
        new("I8", 1, ScalarType.Int8),
        new("U8", 1, ScalarType.Byte),
        new("BOOL", 1, ScalarType.Bool),
        new("C64", 8, ScalarType.ComplexFloat32),
        new("U64", 8, null),
        new("U32", 4, null),
        new("U16", 2, null),
        new("F8_E5M2", 1, null),
        new("F8_E4M3", 1, null),
        new("F8_E8M0", 1, null),
    ];

    public static ElementFormat? Named(string name) => Array.Find(All, format => format.Name == name);

    public static ElementFormat? Of(ScalarType type) => Array.Find(All, format => format.Type == type);

    /// <summary>As messages and summaries write it: <c>float32</c>.</summary>
    public string Text => Type is { } type ? type.ToString().ToLowerInvariant() : Name;
}
