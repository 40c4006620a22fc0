using System.Buffers.Binary;
using System.Text;

namespace JaxNet;

/// <summary>TensorBoard's <c>Event</c> message in the encoding of Protocol Buffers: only the fields that a scalar takes.</summary>
internal static class EventMessage
{
    /// <summary>The first event of each file.</summary>
    public static byte[] Version(double wallTime)
    {
        using var message = new MemoryStream();
        Double(message, 1, wallTime);
        Bytes(message, 3, "brain.Event:2"u8);
        return message.ToArray();
    }

    /// <summary>A number at a step: <c>wall_time</c>, <c>step</c>, and a <c>Summary</c> of one <c>Value</c> with <c>tag</c> and <c>simple_value</c>.</summary>
    public static byte[] Scalar(double wallTime, long step, string tag, float number)
    {
        using var value = new MemoryStream();
        Bytes(value, 1, Encoding.UTF8.GetBytes(tag));
        Float(value, 2, number);

        using var summary = new MemoryStream();
        Bytes(summary, 1, value.ToArray());

        using var message = new MemoryStream();
        Double(message, 1, wallTime);
        Integer(message, 2, step);
        Bytes(message, 5, summary.ToArray());
        return message.ToArray();
    }

    // A field starts with its number and how it is encoded: 0 as a varint, 1 in eight bytes, 2 with its length, 5 in four bytes.
    private static void Integer(Stream stream, int field, long number)
    {
        Varint(stream, (ulong)field << 3);
        Varint(stream, (ulong)number);
    }

    private static void Double(Stream stream, int field, double number)
    {
        Varint(stream, ((ulong)field << 3) | 1);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static void Bytes(Stream stream, int field, ReadOnlySpan<byte> bytes)
    {
        Varint(stream, ((ulong)field << 3) | 2);
        Varint(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void Float(Stream stream, int field, float number)
    {
        Varint(stream, ((ulong)field << 3) | 5);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, number);
        stream.Write(bytes);
    }

    // Seven bits a byte, the lowest first; all bytes but the last have the upper bit set.
    private static void Varint(Stream stream, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            stream.WriteByte((byte)(number | 0x80));

        stream.WriteByte((byte)number);
    }
}
