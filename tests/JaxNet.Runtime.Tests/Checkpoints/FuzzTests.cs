using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

/// <summary>
/// Spoils a file in random ways: each is read, or refused with a CheckpointException; nothing else happens, and little memory is used.
/// JAXNET_FUZZ says how many ways, JAXNET_FUZZ_SEED which ones.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "00", "4", "63", "1e3", "2.5", "2147483648", "4294967295", "1099511627776", "9223372036854775807", "9223372036854775808", "18446744073709551615", "99999999999999999999999",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "\\ud800", "\\u0000", "\\", "\"a\":", "\"shape\":[", "\"__metadata__\":{", "jaxnet.shared", "F64", "BOOL", "C64", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":",
    ];

    [Fact]
    public void ASpoiltFileIsReadOrRefused()
    {
        var count = Setting("JAXNET_FUZZ", 2_000);
        var seed = Setting("JAXNET_FUZZ_SEED", 1);
        var like = Like();
        var whole = Saved(like);
        var (read, refused, most) = (0, 0, 0L);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(HashCode(seed, i));
            var file = whole;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                file = Spoil(random, file);

            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var scope = NewDisposeScope();
                RawFile.Inspect(file).ToString();
                RawFile.Load(file, like, partial: random.Next(2) == 0);
                read++;
            }
            catch (CheckpointException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"Mutation {i} of seed {seed}: {exception}");
            }

            var used = GC.GetAllocatedBytesForCurrentThread() - before;
            most = Math.Max(most, used);
            Assert.True(used < (256 << 10) + (64 * file.Length), $"Mutation {i} of seed {seed} took {used} bytes for a file of {file.Length}.");
        }

        output.WriteLine($"{read} files were read, {refused} refused; the most managed memory for one was {most} bytes.");

        // The sound file is among what is read, so a fuzzer that refuses or accepts everything tests nothing.
        Assert.True(read > count / 100 && refused > count / 2, $"{read} files were read, {refused} refused.");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    // System.HashCode differs from process to process.
    private static int HashCode(int seed, int i) => unchecked((seed * 1_000_003) + i);

    private static Dictionary<string, Tensor> Like()
    {
        var shared = new Key(0).Normal([2, 3]);
        return new()
        {
            ["a.kernel"] = shared, ["b.kernel"] = shared, ["a.bias"] = new Key(1).Normal([3]), ["flags"] = tensor(new[] { true, false, true }),
            ["step"] = tensor(3L), ["half"] = ones(5, dtype: ScalarType.Float16), ["empty"] = zeros(0, 2),
        };
    }

    private static byte[] Saved(Dictionary<string, Tensor> tree)
    {
        using var stream = new MemoryStream();
        new CheckpointLayout("memory", tree, new Dictionary<string, string> { ["epoch"] = "1" }).Write(stream);
        return stream.ToArray();
    }

    private static byte[] Spoil(Random random, byte[] file)
    {
        switch (random.Next(8))
        {
            case 0:
                return Flip(random, file, 0, file.Length);

            case 1:
                return file[..random.Next(file.Length + 1)];

            case 2:
                return [.. file, .. new byte[random.Next(1, 64)]];

            case 3 when file.Length >= 8:
                var length = BitConverter.GetBytes(random.Next(4) == 0 ? random.NextInt64() : BitConverter.ToInt64(file) + random.Next(-64, 64));
                return [.. length, .. file[8..]];
        }

        if (file.Length < 8 || BitConverter.ToInt64(file) is var n && (n < 1 || n > file.Length - 8))
            return Flip(random, file, 0, file.Length);

        var (header, data) = (file[8..(int)(8 + n)], file[(int)(8 + n)..]);
        var text = Encoding.Latin1.GetString(header);
        var start = random.Next(text.Length);
        var part = random.Next(Math.Min(text.Length - start, 40) + 1);
        text = random.Next(6) switch
        {
            0 => Replaced(random, text, @"\d+", () => Numbers[random.Next(Numbers.Length)]),
            1 => text.Remove(start, part),
            2 => text.Insert(random.Next(text.Length), text.Substring(start, part)),
            3 => text.Insert(start, Pieces[random.Next(Pieces.Length)]),
            4 => Replaced(random, text, "\"[^\"]*\"", () => Regex.Matches(text, "\"[^\"]*\"") is { Count: > 0 } strings ? strings[random.Next(strings.Count)].Value : "\"\""),
            _ => Encoding.Latin1.GetString(Flip(random, header, 0, header.Length)),
        };

        return RawFile.Of(Encoding.Latin1.GetBytes(text), data);
    }

    private static byte[] Flip(Random random, byte[] file, int start, int end)
    {
        var copy = file.ToArray();
        for (var i = random.Next(1, 9); i > 0 && end > start; i--)
            copy[random.Next(start, end)] = (byte)random.Next(256);

        return copy;
    }

    private static string Replaced(Random random, string text, string pattern, Func<string> with)
    {
        var matches = Regex.Matches(text, pattern);
        if (matches.Count == 0)
            return text;

        var match = matches[random.Next(matches.Count)];
        return text[..match.Index] + with() + text[(match.Index + match.Length)..];
    }
}
