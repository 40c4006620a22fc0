using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace JaxNet;

/// <summary>
/// Reads the header of a safetensors file, and believes nothing in it: whatever it returns fits together, and fits the file.
/// Until then, memory is only used in proportion to the header, and that is never longer than the file.
/// </summary>
internal static class HeaderReader
{
    /// <summary>The length of the number that says how long the header is.</summary>
    public const int LengthBytes = 8;

    /// <summary>The format's limit.</summary>
    public const long LongestHeader = 100_000_000;

    /// <summary>As many dimensions as libtorch's operators can do with.</summary>
    private const int MostDimensions = 64;

    // A tensor's shape is a list in an object in the header's object.
    private const int DeepestJson = 3;

    /// <summary>Reads a stream from its start to the end of the header.</summary>
    /// <param name="stream">The stream; it has to know its length.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <returns>The header.</returns>
    /// <exception cref="CheckpointException">The file isn't a whole and sound safetensors file.</exception>
    public static CheckpointInfo Read(Stream stream, string file)
    {
        var header = ReadBytes(stream, file);
        try
        {
            if (!Utf8.IsValid(header))
                throw new MalformedException("its header is not UTF-8");
            if (header is not [(byte)'{', ..])
                throw new MalformedException("its header doesn't start with '{'");

            var dataStart = LengthBytes + header.Length;
            var (tensors, metadata) = Parse(header);
            CheckLayout(tensors, stream.Length - dataStart);
            return new CheckpointInfo(tensors, metadata, SharedNames.Read(metadata, tensors), dataStart);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader's own complaints about the JSON; the second kind is about escapes that are no characters.
            throw new CheckpointException(file, $"this is not a sound safetensors file: its header is not the JSON it should be. {SafeText.Of(exception.Message)}", exception);
        }
        catch (MalformedException exception)
        {
            throw new CheckpointException(file, $"this is not a sound safetensors file: {exception.Message}.");
        }
    }

    private static byte[] ReadBytes(Stream stream, string file)
    {
        CheckpointException Unsound(string what) => new(file, $"this is not a sound safetensors file: {what}.");

        if (stream.Length < LengthBytes)
            throw Unsound($"it has {stream.Length} bytes, too few for the length of a header");

        try
        {
            Span<byte> prefix = stackalloc byte[LengthBytes];
            stream.ReadExactly(prefix);
            var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
            if (length > (ulong)(stream.Length - LengthBytes))
                throw Unsound($"its header would have {length} bytes, but the file has {stream.Length}: it is cut off, or something else");
            if (length > LongestHeader)
                throw Unsound($"its header would have {length} bytes, but no more than {LongestHeader} are allowed");

            var header = new byte[length];
            stream.ReadExactly(header);
            return header;
        }
        catch (EndOfStreamException exception)
        {
            throw new CheckpointException(file, "the file became shorter while it was read.", exception);
        }
    }

    private static (List<CheckpointTensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Parse(byte[] header)
    {
        var tensors = new Dictionary<string, CheckpointTensor>();
        Dictionary<string, string>? metadata = null;
        var json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = DeepestJson });
        Expect(ref json, JsonTokenType.StartObject, "the header");
        while (NextName(ref json) is { } name)
        {
            if (name == HeaderWriter.MetadataName)
            {
                if (metadata is not null)
                    throw new MalformedException($"it has {HeaderWriter.MetadataName} twice");
                metadata = ParseTexts(ref json, HeaderWriter.MetadataName);
            }
            else if (!tensors.TryAdd(name, ParseTensor(ref json, name)))
            {
                throw new MalformedException($"it has two tensors named {SafeText.Of(name)}");
            }
        }

        // What follows the object may only be space; the reader throws otherwise.
        json.Read();
        return ([.. tensors.Values.OrderBy(tensor => tensor.Start).ThenBy(tensor => tensor.End)], metadata ?? []);
    }

    /// <summary>Reads an object of texts.</summary>
    internal static Dictionary<string, string> ParseTexts(ref Utf8JsonReader json, string owner)
    {
        var texts = new Dictionary<string, string>();
        Expect(ref json, JsonTokenType.StartObject, owner);
        while (NextName(ref json) is { } name)
        {
            Expect(ref json, JsonTokenType.String, $"{SafeText.Of(name)} in {owner}");
            if (!texts.TryAdd(name, json.GetString()!))
                throw new MalformedException($"{owner} has {SafeText.Of(name)} twice");
        }

        return texts;
    }

    private static CheckpointTensor ParseTensor(ref Utf8JsonReader json, string name)
    {
        var readable = SafeText.Of(name);
        string? type = null;
        List<long>? shape = null, offsets = null;
        Expect(ref json, JsonTokenType.StartObject, readable);
        while (NextName(ref json) is { } field)
        {
            var isNew = field switch
            {
                "dtype" => type is null,
                "shape" => shape is null,
                "data_offsets" => offsets is null,
                _ => throw new MalformedException($"{readable} has the unknown property {SafeText.Of(field)}"),
            };

            if (!isNew)
                throw new MalformedException($"{readable} has two {field}");

            if (field == "dtype")
            {
                Expect(ref json, JsonTokenType.String, $"the dtype of {readable}");
                type = json.GetString();
            }
            else if (field == "shape")
            {
                shape = ParseNumbers(ref json, $"the shape of {readable}", MostDimensions);
            }
            else
            {
                offsets = ParseNumbers(ref json, $"the data_offsets of {readable}", most: 2);
            }
        }

        if (type is null || shape is null || offsets is not { Count: 2 })
            throw new MalformedException($"{readable} lacks its dtype, its shape, or one of its two data_offsets");

        var format = ElementFormat.Named(type) ?? throw new MalformedException($"{readable} has the unknown dtype {SafeText.Of(type)}");
        return new CheckpointTensor(name, format, [.. shape], offsets[0], offsets[1]);
    }

    private static List<long> ParseNumbers(ref Utf8JsonReader json, string owner, int most)
    {
        var numbers = new List<long>();
        Expect(ref json, JsonTokenType.StartArray, owner);
        while (Next(ref json) != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var number) || number < 0)
                throw new MalformedException($"{owner} has something else in it than whole numbers from 0 to {long.MaxValue}");
            if (numbers.Count == most)
                throw new MalformedException($"{owner} has more than {most} numbers");
            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The elements have to follow each other without holes, as many of them as the shapes say, to the very end of the file.</summary>
    private static void CheckLayout(IEnumerable<CheckpointTensor> tensors, long dataBytes)
    {
        long end = 0;
        foreach (var tensor in tensors)
        {
            var name = SafeText.Of(tensor.Name);
            if (tensor.Start != end)
            {
                throw new MalformedException(
                    $"{name} starts at byte {tensor.Start} of the data, but what is before it ends at byte {end}: there is {(tensor.Start < end ? "an overlap" : "a hole")}");
            }

            if (tensor.End < tensor.Start)
                throw new MalformedException($"{name} ends at byte {tensor.End} of the data, before it starts at byte {tensor.Start}");

            if (SizeOf(tensor) is not { } size)
                throw new MalformedException($"{name} has the shape {Shapes.Describe(tensor.Sizes)}, which is more than there can be");

            if (tensor.Bytes != size)
                throw new MalformedException($"{name} is {tensor.Text}, which makes {size} bytes, but it has {tensor.Bytes} of them");

            end = tensor.End;
        }

        if (end != dataBytes)
            throw new MalformedException($"its tensors have {end} bytes, but the data in the file has {dataBytes}");
    }

    private static long? SizeOf(CheckpointTensor tensor)
    {
        long size = tensor.Format.Size;
        foreach (var dimension in tensor.Sizes)
        {
            if (Math.BigMul(size, dimension, out size) != 0 || size < 0)
                return null;
        }

        return size;
    }

    private static string? NextName(ref Utf8JsonReader json) =>
        Next(ref json) == JsonTokenType.PropertyName ? json.GetString() : null;

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type, string owner)
    {
        if (Next(ref json) != type)
            throw new MalformedException($"{owner} has another kind of JSON than it should have, {json.TokenType}");
    }

    private static JsonTokenType Next(ref Utf8JsonReader json) =>
        json.Read() ? json.TokenType : throw new MalformedException("its header ends too early");

    /// <summary>Says what is wrong to whom knows the file's name.</summary>
    internal sealed class MalformedException(string message) : Exception(message);
}
