using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace JaxNet.Samples.Tests.Drawing;

/// <summary>Reads a PNG as the standard has it, written apart from the encoder: chunks, checksums, filters.</summary>
internal static class PngDecoder
{
    public static (int Width, int Height, byte[] Pixels) Decode(byte[] file)
    {
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], file[..8]);
        var chunks = Chunks(file).ToArray();
        Assert.Equal("IHDR", chunks[0].Type);
        Assert.Equal("IEND", chunks[^1].Type);
        Assert.Empty(chunks[^1].Data);

        var header = chunks[0].Data;
        Assert.Equal(13, header.Length);
        Assert.Equal([8, 2, 0, 0, 0], header[8..]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var data = chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data).ToArray();
        return (width, height, Unfilter(Inflate(data), width, height));
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var checksum = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length));
            Assert.Equal(SlowCrc(file.AsSpan(at + 4, 4 + length)), checksum);
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }

    // zlib, by hand: two bytes of header, deflate, and Adler's checksum of what it was.
    private static byte[] Inflate(byte[] data)
    {
        Assert.Equal(8, data[0] & 0x0F);
        Assert.Equal(0, (data[0] << 8 | data[1]) % 31);
        var inflated = new MemoryStream();
        new DeflateStream(new MemoryStream(data[2..^4]), CompressionMode.Decompress).CopyTo(inflated);
        uint a = 1, b = 0;
        foreach (var value in inflated.ToArray()) (a, b) = ((a + value) % 65521, (b + a + value) % 65521);
        Assert.Equal(b << 16 | a, BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(data.Length - 4)));
        return inflated.ToArray();
    }

    private static byte[] Unfilter(byte[] data, int width, int height)
    {
        var stride = 3 * width;
        Assert.Equal(height * (stride + 1), data.Length);
        var pixels = new byte[height * stride];
        byte At(int x, int y) => x < 0 || y < 0 ? (byte)0 : pixels[y * stride + x];
        for (var y = 0; y < height; y++)
        for (var x = 0; x < stride; x++)
        {
            int a = At(x - 3, y), b = At(x, y - 1), c = x < 3 ? 0 : At(x - 3, y - 1);
            var prediction = data[y * (stride + 1)] switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) >> 1, 4 => Paeth(a, b, c), var other => throw new InvalidDataException($"filter {other}") };
            pixels[y * stride + x] = (byte)(data[y * (stride + 1) + 1 + x] + prediction);
        }

        return pixels;
    }

    private static int Paeth(int a, int b, int c) =>
        new[] { (Math.Abs(b - c), 0, a), (Math.Abs(a - c), 1, b), (Math.Abs(a + b - 2 * c), 2, c) }.Min().Item3;

    private static uint SlowCrc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
            for (var bit = 0; bit < 8; bit++)
                crc = ((crc ^ (uint)(value >> bit)) & 1) == 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        return crc ^ 0xFFFFFFFFu;
    }
}
