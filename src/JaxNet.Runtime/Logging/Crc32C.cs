using System.Buffers.Binary;
using System.Numerics;

namespace JaxNet;

/// <summary>The cyclic redundancy check of Castagnoli's polynomial, as in RFC 3720.</summary>
internal static class Crc32C
{
    /// <summary>The check of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));

        foreach (var single in bytes)
            crc = BitOperations.Crc32C(crc, single);

        return ~crc;
    }

    /// <summary>The check as TFRecord files hold it: rotated and shifted, as the check of data that contains checks says little.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Of(bytes), 15) + 0xA282EAD8);
}
