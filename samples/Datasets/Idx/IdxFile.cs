namespace JaxNet.Samples.Datasets.Idx;

/// <summary>An idx file of unsigned bytes: the format of MNIST, and of the datasets made in its image.</summary>
/// <param name="Bytes">The whole file, decompressed, with its header; checksums are made of this.</param>
/// <param name="Shape">The dimensions that the header gives.</param>
public sealed record IdxFile(byte[] Bytes, int[] Shape)
{
    /// <summary>The values, without the header.</summary>
    public ReadOnlyMemory<byte> Values => Bytes.AsMemory(IdxReader.HeaderLength(Shape.Length));
}
