using System.Buffers.Binary;

namespace JaxNet.Samples.Datasets.Idx;

/// <summary>Reads idx files, and believes nothing that they say about themselves.</summary>
public static class IdxReader
{
    private const byte UnsignedBytes = 0x08;
    private const int FirstBlock = 1 << 20;

    internal static int HeaderLength(int dimensions) => 4 + 4 * dimensions;

    /// <summary>Reads a file of the given number of dimensions: 3 for images, 1 for labels.</summary>
    /// <param name="stream">The file, decompressed.</param>
    /// <param name="dimensions">How many dimensions it must have.</param>
    /// <param name="name">What to call it in an error.</param>
    public static IdxFile Read(Stream stream, int dimensions, string name)
    {
        var header = ReadHeader(stream, dimensions, name);
        var shape = ReadShape(header, dimensions, name);
        var promised = PromisedLength(shape, name);
        return new IdxFile(ReadBody(stream, header, promised, shape, name), shape);
    }

    private static byte[] ReadHeader(Stream stream, int dimensions, string name)
    {
        var header = new byte[HeaderLength(dimensions)];
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read >= 4) CheckMagic(header, dimensions, name);
        if (read < header.Length)
            throw new DatasetException($"{name}: the file ends after {read} bytes, within its own header of {header.Length} bytes{Remedy}");
        return header;
    }

    private static void CheckMagic(byte[] header, int dimensions, string name)
    {
        if (header[0] != 0 || header[1] != 0)
            throw new DatasetException($"{name}: this is no idx file: it begins with the bytes {Hex(header)}, where an idx file has {Hex([0, 0, UnsignedBytes, (byte)dimensions])}{Remedy}");
        if (header[2] != UnsignedBytes)
            throw new DatasetException($"{name}: an idx file of unsigned bytes (type 0x08) is wanted, but its type is 0x{header[2]:x2}{Remedy}");
        if (header[3] != dimensions)
            throw new DatasetException($"{name}: {Kind(dimensions)} have {dimensions} {(dimensions == 1 ? "dimension" : "dimensions")}, but this idx file has {header[3]}; is it another file under this name?");
    }

    private static int[] ReadShape(byte[] header, int dimensions, string name)
    {
        var shape = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + 4 * i));
            if (shape[i] <= 0)
                throw new DatasetException($"{name}: the header gives the dimension {i} as {(uint)shape[i]:N0}, which no such file can have{Remedy}");
        }

        return shape;
    }

    private static long PromisedLength(int[] shape, string name)
    {
        var length = (Int128)HeaderLength(shape.Length);
        var values = Int128.One;
        foreach (var size in shape) values *= size;
        length += values;
        if (length > Array.MaxLength)
            throw new DatasetException($"{name}: the header promises {Describe(shape)} ({length:N0} bytes), more than this program can read{Remedy}");
        return (long)length;
    }

    // The buffer grows with what has really been read: a header may promise gigabytes, and a compressed file doesn't tell.
    private static byte[] ReadBody(Stream stream, byte[] header, long promised, int[] shape, string name)
    {
        var bytes = new byte[Math.Min(promised, FirstBlock)];
        header.CopyTo(bytes, 0);
        var length = header.Length;
        while (true)
        {
            length += stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
            if (length < bytes.Length)
                throw new DatasetException($"{name}: the header promises {Describe(shape)} ({promised:N0} bytes), but the file ends after {length:N0} bytes{Remedy}");
            if (length == promised) break;
            Array.Resize(ref bytes, (int)Math.Min(promised, 2L * bytes.Length));
        }

        if (stream.ReadByte() >= 0)
            throw new DatasetException($"{name}: the header promises {Describe(shape)} ({promised:N0} bytes), but the file goes on after them{Remedy}");
        return bytes;
    }

    private const string Remedy = "; delete it and run again to fetch it anew";

    private static string Kind(int dimensions) => dimensions == 1 ? "labels" : "images";

    private static string Describe(int[] shape) =>
        shape.Length == 1 ? $"{shape[0]} labels" : $"{shape[0]} images of {string.Join('x', shape[1..])}";

    private static string Hex(byte[] bytes) => string.Join(' ', bytes.Take(4).Select(b => b.ToString("x2")));
}
