using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace JaxNet.Samples.Drawing.Png;

/// <summary>Writes canvases as PNG files, with nothing but the platform's zlib.</summary>
public static class PngFile
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a canvas to a file, whole or not at all.</summary>
    public static void Save(Canvas canvas, string path)
    {
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = File.Create(part)) Write(canvas, file);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Writes a canvas to a stream.</summary>
    public static void Write(Canvas canvas, Stream stream)
    {
        stream.Write(Signature);
        WriteChunk(stream, "IHDR", Header(canvas));
        WriteChunk(stream, "IDAT", Data(canvas));
        WriteChunk(stream, "IEND", []);
    }

    private static byte[] Header(Canvas canvas)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), canvas.Height);
        header[8] = 8; // bits for each of
        header[9] = 2; // red, green and blue
        return header;
    }

    private static byte[] Data(Canvas canvas)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            ReadOnlySpan<byte> above = new byte[3 * canvas.Width];
            for (var y = 0; y < canvas.Height; y++)
            {
                zlib.Write(RowFilter.Best(canvas.Row(y), above));
                above = canvas.Row(y);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream stream, string type, byte[] data)
    {
        var chunk = new byte[4 + data.Length];
        Encoding.ASCII.GetBytes(type, chunk);
        data.CopyTo(chunk, 4);

        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(chunk));
        stream.Write(number);
    }
}
