using System.Globalization;
using System.IO.Compression;
using JaxNet.Samples.Datasets;

namespace JaxNet.Samples.Ocr;

/// <summary>Rob Kassel's handwritten words, as Stanford publishes them (letter.data): a line a letter, of 16 by 8 black and white pixels.</summary>
public static class StanfordOcr
{
    private const int Height = 16;
    private const int Width = 8;
    private const int FirstPixel = 6;

    /// <summary>Reads the file, packed by gzip or not, and takes every third word for testing.</summary>
    /// <exception cref="DatasetException">The file isn't what it should be.</exception>
    public static (Sequences Train, Sequences Test) Load(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return Read(reader, path);
    }

    internal static (Sequences Train, Sequences Test) Read(TextReader reader, string name)
    {
        var words = new List<List<(byte Label, byte[] Pixels)>>();
        var isNew = true;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var fields = line.TrimEnd().Split('\t');
            if (fields.Length != FirstPixel + Height * Width || fields[1] is not [>= 'a' and <= 'z' and var letter]
                || !int.TryParse(fields[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var next))
                throw new DatasetException($"{name}, line {number}: a letter of the Stanford OCR data has {FirstPixel + Height * Width} fields between tabs, the second of which is from a to z and the third a number; this isn't one");
            if (isNew) words.Add([]);
            words[^1].Add(((byte)(letter - 'a'), [.. fields.Skip(FirstPixel).Select(pixel => pixel == "1" ? byte.MaxValue : (byte)0)]));
            isNew = next < 0;
        }

        if (words.Count < 3) throw new DatasetException($"{name}: there are {words.Count} words in it; to learn and to be tested takes at least 3");
        var steps = words.Max(word => word.Count);
        return (Together(words.Where((_, i) => i % 3 != 2), steps), Together(words.Where((_, i) => i % 3 == 2), steps));
    }

    private static Sequences Together(IEnumerable<List<(byte Label, byte[] Pixels)>> chosen, int steps)
    {
        List<(byte Label, byte[] Pixels)>[] words = [.. chosen];
        var pixels = new byte[words.Length * steps * Height * Width];
        var labels = new byte[words.Length * steps];
        Array.Fill(labels, Sequences.None);
        for (var i = 0; i < words.Length; i++)
        for (var step = 0; step < words[i].Count; step++)
        {
            labels[i * steps + step] = words[i][step].Label;
            words[i][step].Pixels.CopyTo(pixels, (i * steps + step) * Height * Width);
        }

        return new Sequences(pixels, labels, steps, Height, Width, [.. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString())]);
    }
}
