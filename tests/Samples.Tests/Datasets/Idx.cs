using System.Buffers.Binary;
using System.IO.Compression;

namespace JaxNet.Samples.Tests.Datasets;

/// <summary>Makes idx files, right and wrong ones.</summary>
internal static class Idx
{
    public static byte[] File(int[] shape, ReadOnlySpan<byte> values, byte type = 0x08)
    {
        var file = new byte[4 + 4 * shape.Length + values.Length];
        (file[2], file[3]) = (type, (byte)shape.Length);
        for (var i = 0; i < shape.Length; i++) BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + 4 * i), shape[i]);
        values.CopyTo(file.AsSpan(4 + 4 * shape.Length));
        return file;
    }

    /// <summary>Images whose pixels are 1, 2, 3, and so on.</summary>
    public static byte[] Images(int count, int height, int width) =>
        File([count, height, width], [.. Enumerable.Range(1, count * height * width).Select(i => (byte)i)]);

    public static byte[] Labels(params byte[] labels) => File([labels.Length], labels);

    public static byte[] GZip(byte[] content)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write(content);
        return target.ToArray();
    }
}
