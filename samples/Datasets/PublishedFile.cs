using System.Security.Cryptography;
using JaxNet.Samples.Datasets.Idx;

namespace JaxNet.Samples.Datasets;

/// <summary>A file that the makers of a dataset have published.</summary>
/// <param name="Name">Its name, without .gz.</param>
/// <param name="Dimensions">3 for images, 1 for labels.</param>
/// <param name="Length">Its length in bytes, decompressed.</param>
/// <param name="Sha256">Its checksum, decompressed.</param>
public sealed record PublishedFile(string Name, int Dimensions, long Length, string Sha256)
{
    /// <summary>Whether this is it, to the byte.</summary>
    public bool Is(IdxFile file) => Checksum(file) == Sha256;

    internal static string Checksum(IdxFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
}
