using System.Buffers.Binary;
using System.Text;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

/// <summary>Files that Checkpoint.Save wouldn't write.</summary>
internal static class RawFile
{
    public static byte[] Of(string header, int dataBytes = 0) => Of(Encoding.UTF8.GetBytes(header), new byte[dataBytes]);

    public static byte[] Of(byte[] header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }

    public static Dictionary<string, Tensor> Load(byte[] file, Dictionary<string, Tensor> like, bool partial = false) =>
        Checkpoint.Load(new MemoryStream(file), "raw.safetensors", like, partial, rename: null);

    public static CheckpointInfo Inspect(byte[] file) => HeaderReader.Read(new MemoryStream(file), "raw.safetensors");
}
