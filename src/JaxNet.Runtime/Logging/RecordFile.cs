using System.Buffers.Binary;

namespace JaxNet;

/// <summary>A file of records as TensorFlow frames them (TFRecord): the length, its check, the bytes, their check.</summary>
internal sealed class RecordFile(string path) : IDisposable
{
    // Others may read while it grows.
    private readonly FileStream _stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);

    /// <summary>Appends a record, which is in the file when this returns.</summary>
    public void Write(ReadOnlySpan<byte> record)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)record.Length);
        _stream.Write(length);
        WriteCheck(length);
        _stream.Write(record);
        WriteCheck(record);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    private void WriteCheck(ReadOnlySpan<byte> bytes)
    {
        Span<byte> check = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(check, Crc32C.Masked(bytes));
        _stream.Write(check);
    }
}
