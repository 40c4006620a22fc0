using System.Buffers.Binary;

namespace JaxNet;

/// <summary>Writes the header of a safetensors file.</summary>
internal static class HeaderWriter
{
    /// <summary>Where the format keeps texts, among the names of tensors.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>How the names of JaxNet's own texts start.</summary>
    public const string ReservedPrefix = "jaxnet.";

    // So that the data is aligned in the file for whoever maps it into memory.
    private const int Alignment = 8;

    /// <summary>The header with its length before it.</summary>
    public static byte[] Write(IEnumerable<CheckpointTensor> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var json = JsonText.BytesOf(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach (var (name, text) in metadata)
                json.WriteString(name, text);
            json.WriteEndObject();

            foreach (var tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.ElementType);
                json.WriteStartArray("shape");
                foreach (var dimension in tensor.Shape)
                    json.WriteNumberValue(dimension);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(tensor.Start);
                json.WriteNumberValue(tensor.End);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });

        var length = (json.WrittenCount + Alignment - 1) / Alignment * Alignment;
        var header = new byte[HeaderReader.LengthBytes + length];
        header.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)length);
        json.WrittenSpan.CopyTo(header.AsSpan(HeaderReader.LengthBytes));
        return header;
    }
}
