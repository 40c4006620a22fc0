using System.Buffers.Binary;
using System.Text;

namespace JaxNet.Tests.Logging;

/// <summary>Event files, taken apart by the published formats: TFRecord's frames and the fields of tensorboard/compat/proto/event.proto and summary.proto.</summary>
public class SummaryWriterTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, 500, TimeSpan.Zero);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_scalar_is_these_bytes()
    {
        using (var writer = new SummaryWriter(_folder, new StoppedClock(Start)))
            writer.Scalar("ab", 1.5, 300);

        // 1767323045.5, the seconds since 1970, is 41DA55CD 69600000 as a double, 300 is AC 02 as a varint, and 1.5f is 3FC00000.
        Assert.Equal("0900006069CD55DA41" + "10AC02" + "2A0B" + "0A09" + "0A026162" + "150000C03F", Convert.ToHexString(Records(Assert.Single(Directory.GetFiles(_folder)))[1]));
    }

    [Fact]
    public void The_file_begins_with_the_version()
    {
        using var writer = new SummaryWriter(_folder, new StoppedClock(Start));
        Assert.Equal("0900006069CD55DA41" + "1A0D" + Convert.ToHexString("brain.Event:2"u8), Convert.ToHexString(Records(writer.Path)[0]));
    }

    [Fact]
    public void The_file_has_a_name_that_TensorBoard_looks_for()
    {
        using var writer = new SummaryWriter(Path.Combine(_folder, "runs", "a"), new StoppedClock(Start));
        Assert.StartsWith("events.out.tfevents.1767323045.", Path.GetFileName(writer.Path));
        Assert.True(File.Exists(writer.Path));
    }

    [Fact]
    public void Two_writers_of_one_folder_have_files_of_their_own()
    {
        using var first = new SummaryWriter(_folder, new StoppedClock(Start));
        using var second = new SummaryWriter(_folder, new StoppedClock(Start));
        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public void What_was_written_can_be_read_before_the_end()
    {
        using var writer = new SummaryWriter(_folder);
        writer.Scalar("loss", double.NaN, 0);
        Assert.Equal(2, Records(writer.Path).Count);
        writer.Scalar("loss", -1, long.MaxValue);
        Assert.Equal(3, Records(writer.Path).Count);
    }

    [Fact]
    public void Threads_do_not_write_into_each_others_records()
    {
        using var writer = new SummaryWriter(_folder);
        Parallel.For(0, 200, step => writer.Scalar("loss", step, step));
        Assert.Equal(201, Records(writer.Path).Count);
    }

    [Fact]
    public void A_disposed_writer_says_so()
    {
        var writer = new SummaryWriter(_folder);
        writer.Dispose();
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Scalar("loss", 1, 1));
        Assert.Throws<ArgumentException>(() => writer.Scalar("", 1, 1));
    }

    private static List<byte[]> Records(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var records = new List<byte[]>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            Assert.Equal(Check(bytes.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)));
            var record = bytes[(at + 12)..(at + 12 + length)];
            Assert.Equal(Check(record), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 12 + length)));
            records.Add(record);
            at += 16 + length;
        }

        return records;
    }

    // Bit by bit, by the polynomial's definition.
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var single in bytes)
        {
            crc ^= single;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78u);
        }

        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
