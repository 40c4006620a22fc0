using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Idx;

namespace JaxNet.Samples.Tests.Datasets;

public class IdxReaderTests
{
    [Fact]
    public void Images_are_read_with_their_shape()
    {
        var file = Read(Idx.Images(3, 2, 4), 3);
        Assert.Equal([3, 2, 4], file.Shape);
        Assert.Equal([.. Enumerable.Range(1, 24).Select(i => (byte)i)], file.Values.ToArray());
    }

    [Fact]
    public void Labels_are_read() => Assert.Equal([7, 2, 1], Read(Idx.Labels(7, 2, 1), 1).Values.ToArray());

    [Fact]
    public void A_file_that_is_larger_than_the_first_block_is_read_whole()
    {
        var values = new byte[3_000_000];
        new Random(1).NextBytes(values);
        Assert.Equal(values, Read(Idx.File([300, 100, 100], values), 3).Values.ToArray());
    }

    [Fact]
    public void A_truncated_file_is_told_from_a_whole_one()
    {
        var error = Fails(Idx.File([60_000, 28, 28], new byte[1000]), 3);
        Assert.Equal("some-file: the header promises 60000 images of 28x28 (47,040,016 bytes), but the file ends after 1,016 bytes; delete it and run again to fetch it anew", error);
    }

    [Fact]
    public void Truncated_labels_are_called_labels() =>
        Assert.Contains("promises 60000 labels (60,008 bytes), but the file ends after 18 bytes", Fails(Idx.File([60_000], new byte[10]), 1));

    [Fact]
    public void A_file_that_goes_on_after_its_end_is_refused() =>
        Assert.Contains("but the file goes on after them", Fails([.. Idx.Labels(1, 2), 0], 1));

    [Fact]
    public void A_foreign_file_is_refused() =>
        Assert.StartsWith("some-file: this is no idx file: it begins with the bytes 89 50 4e 47, where an idx file has 00 00 08 03", Fails([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], 3));

    [Fact]
    public void Another_number_type_is_refused() =>
        Assert.Contains("its type is 0x0d", Fails(Idx.File([2], [1, 2], type: 0x0D), 1));

    [Fact]
    public void Labels_in_place_of_images_are_refused() =>
        Assert.Contains("images have 3 dimensions, but this idx file has 1", Fails(Idx.Labels(1, 2, 3, 4, 5, 6, 7, 8, 9), 3));

    [Theory]
    [InlineData(0, "ends after 0 bytes, within its own header of 16 bytes")]
    [InlineData(3, "ends after 3 bytes")]
    [InlineData(9, "ends after 9 bytes")]
    public void A_file_that_ends_in_its_header_is_refused(int length, string reason) =>
        Assert.Contains(reason, Fails(Idx.Images(3, 2, 4)[..length], 3));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_impossible_dimension_is_refused(int rows) =>
        Assert.Contains("which no such file can have", Fails(Idx.File([2, rows, 4], []), 3));

    [Theory]
    [InlineData(100_000, 1000, 1000)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    public void A_header_that_promises_more_than_anyone_can_read_is_refused(int count, int height, int width) =>
        Assert.Contains("more than this program can read", Fails(Idx.File([count, height, width], []), 3));

    [Fact]
    public void No_memory_is_given_for_what_a_header_merely_promises()
    {
        var file = Idx.File([2_000_000, 28, 28], [1]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("1,568,000,016 bytes", Fails(file, 3));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000);
    }

    [Fact]
    public void A_compressed_file_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("labels.gz", Idx.GZip(Idx.Labels(4, 5)));
        Assert.Equal([4, 5], IdxFiles.Read(path, 1).Values.ToArray());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.98)]
    public void A_truncated_compressed_file_is_refused(double share)
    {
        using var folder = new TemporaryFolder();
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        var whole = Idx.GZip(Idx.File([100, 10, 10], noise));
        var path = folder.Write("images.gz", whole[..(int)(share * whole.Length)]);
        var error = Assert.Throws<DatasetException>(() => IdxFiles.Read(path, 3));
        Assert.StartsWith(path, error.Message);
    }

    [Fact]
    public void A_file_that_is_no_gzip_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("labels.gz", Idx.Labels(4, 5));
        Assert.Contains("damaged", Assert.Throws<DatasetException>(() => IdxFiles.Read(path, 1)).Message);
    }

    private static IdxFile Read(byte[] file, int dimensions) => IdxReader.Read(new MemoryStream(file), dimensions, "some-file");

    private static string Fails(byte[] file, int dimensions) =>
        Assert.Throws<DatasetException>(() => Read(file, dimensions)).Message;
}
