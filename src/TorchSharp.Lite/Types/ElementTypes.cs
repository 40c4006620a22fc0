using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which .NET type holds elements of which type.</summary>
internal static class ElementTypes
{
    internal static ScalarType? Of(Type type)
    {
        if (type == typeof(float)) return ScalarType.Float32;
        if (type == typeof(long)) return ScalarType.Int64;
        if (type == typeof(int)) return ScalarType.Int32;
        if (type == typeof(double)) return ScalarType.Float64;
        if (type == typeof(bool)) return ScalarType.Bool;
        if (type == typeof(byte)) return ScalarType.Byte;
        if (type == typeof(sbyte)) return ScalarType.Int8;
        if (type == typeof(short)) return ScalarType.Int16;
        if (type == typeof(Half)) return ScalarType.Float16;
        if (type == typeof((float, float))) return ScalarType.ComplexFloat32;
        if (type == typeof(Complex)) return ScalarType.ComplexFloat64;
        return null;
    }

    internal static ScalarType OfArray(Array array)
    {
        var type = array.GetType().GetElementType()!;
        return Of(type) ?? throw new NotSupportedException($"The type {type.FullName} is not supported.");
    }
}
