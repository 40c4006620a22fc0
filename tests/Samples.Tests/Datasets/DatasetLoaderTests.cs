using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Sources;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Tests.Datasets;

public class DatasetLoaderTests
{
    private readonly StringWriter output = new();

    [Fact]
    public void The_first_use_fills_the_folder_and_the_second_reads_it()
    {
        using var folder = new TemporaryFolder();
        var source = new FakeSource(Toy.Contents);

        var first = Load(folder, source);
        Assert.Equal((3, 2, "the fake", false), (first.Train.Count, first.Test.Count, first.Origin, first.IsSubset));
        Assert.Equal([0, 1, 1], first.Train.Labels.ToArray());
        Assert.Equal([5, 6, 7, 8], first.Train.Pixels(1).ToArray());
        Assert.Equal(Toy.Contents.Keys.Order(), Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());

        var second = Load(folder, source);
        Assert.Equal(folder.Path, second.Origin);
        Assert.Equal(4, source.Asked.Count);
        Assert.False(Directory.Exists(source.Staging));
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void Compressed_files_in_the_folder_will_do()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Toy.Contents) folder.Write(name + ".gz", Idx.GZip(content));
        var source = new FakeSource(null);
        Assert.False(Load(folder, source).IsSubset);
        Assert.Empty(source.Asked);
    }

    [Fact]
    public void Sources_are_tried_in_turn_and_only_for_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        var off = new FakeSource(null);
        var half = new FakeSource(Toy.Contents.Where(file => file.Key.Contains("images")).ToDictionary());
        var rest = new FakeSource(Toy.Contents);
        Assert.False(Load(folder, off, half, rest).IsSubset);
        Assert.Equal(4, off.Asked.Count);
        Assert.Equal(["train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte"], rest.Asked);
    }

    [Fact]
    public void A_file_with_a_wrong_checksum_is_not_accepted_from_any_source()
    {
        using var folder = new TemporaryFolder();
        var wrong = new FakeSource(new Dictionary<string, byte[]>(Toy.Contents) { ["t10k-labels-idx1-ubyte"] = Idx.Labels(1, 1) }, "the liar");
        var right = new FakeSource(Toy.Contents);
        Assert.Equal([1, 0], Load(folder, wrong, right).Test.Labels.ToArray());
        Assert.Equal(["t10k-labels-idx1-ubyte"], right.Asked);
    }

    [Fact]
    public void A_damaged_file_in_the_cache_is_reported_and_fetched_anew()
    {
        using var folder = new TemporaryFolder();
        Load(folder, new FakeSource(Toy.Contents));
        var damaged = (byte[])Toy.TrainImages.Clone();
        damaged[^1] ^= 1;
        var path = folder.Write("train-images-idx3-ubyte", damaged);

        var source = new FakeSource(Toy.Contents);
        Assert.False(Load(folder, source).IsSubset);
        Assert.Equal(["train-images-idx3-ubyte"], source.Asked);
        Assert.Equal(Toy.TrainImages, File.ReadAllBytes(path));
        Assert.Contains($"warning: {path} is damaged, and will be fetched anew: its SHA-256 is ", output.ToString());
    }

    [Fact]
    public void A_truncated_file_in_the_cache_is_fetched_anew()
    {
        using var folder = new TemporaryFolder();
        Load(folder, new FakeSource(Toy.Contents));
        folder.Write("t10k-labels-idx1-ubyte", Toy.TestLabels[..^1]);
        Assert.False(Load(folder, new FakeSource(Toy.Contents)).IsSubset);
        Assert.Contains("promises 2 labels (10 bytes), but the file ends after 9 bytes", output.ToString());
    }

    [Fact]
    public void Where_no_source_can_be_reached_the_subset_serves_and_the_program_says_so()
    {
        using var folder = new TemporaryFolder();
        var data = Load(folder, new FakeSource(null, "the first"), new FakeSource(new Dictionary<string, byte[]>(), "the second"));
        Assert.True(data.IsSubset);
        Assert.Equal((2000, 1000), (data.Train.Count, data.Test.Count));
        Assert.Contains("warning:   the first: it is switched off", output.ToString());
        Assert.Contains("warning:   the second: train-images-idx3-ubyte is not there", output.ToString());
        Assert.Contains("Training with 2,000 images instead of 60,000", output.ToString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_users_own_images_are_used_as_they_are()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Toy.Contents) folder.Write(name, content);
        folder.Write("t10k-labels-idx1-ubyte", Idx.Labels(2, 2));
        var data = Load(new DataFolder(folder.Path, IsUsers: true), new FakeSource(Toy.Contents));
        Assert.Equal([2, 2], data.Test.Labels.ToArray());
        Assert.Contains("t10k-labels-idx1-ubyte is not Toy's published file (its checksum differs); it is used as it is.", output.ToString());
    }

    [Fact]
    public void A_truncated_file_of_the_users_is_an_error_and_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("train-labels-idx1-ubyte", Toy.TrainLabels[..^1]);
        var error = Assert.Throws<DatasetException>(() => Load(new DataFolder(folder.Path, IsUsers: true), new FakeSource(Toy.Contents)));
        Assert.Equal($"{path}: the header promises 3 labels (11 bytes), but the file ends after 10 bytes; delete it and run again to fetch it anew", error.Message);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Images_and_labels_that_do_not_belong_together_are_an_error()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Toy.Contents) folder.Write(name, content);
        folder.Write("train-labels-idx1-ubyte", Idx.Labels(1, 2));
        var error = Assert.Throws<DatasetException>(() => Load(new DataFolder(folder.Path, IsUsers: true)));
        Assert.Equal("train-images-idx3-ubyte has 3 images, but train-labels-idx1-ubyte has 2 labels; they don't belong together", error.Message);
    }

    [Fact]
    public void A_label_without_a_class_is_an_error()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in Toy.Contents) folder.Write(name, content);
        folder.Write("train-labels-idx1-ubyte", Idx.Labels(1, 10, 2));
        var error = Assert.Throws<DatasetException>(() => Load(new DataFolder(folder.Path, IsUsers: true)));
        Assert.Equal("train-labels-idx1-ubyte: label 1 is 10, but there are only the classes 0 to 9", error.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_a_warning_only()
    {
        using var folder = new TemporaryFolder();
        var inTheWay = folder.Write("cache", []);
        Assert.False(Load(new DataFolder(Path.Combine(inTheWay, "mnist"), IsUsers: false), new FakeSource(Toy.Contents)).IsSubset);
        Assert.Contains("can't be kept for the next time", output.ToString());
    }

    [Fact]
    public void An_interruption_is_not_taken_for_a_source_that_fails()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var loader = new DatasetLoader(Toy.Dataset(new FakeSource(null)), new DataFolder(folder.Path, IsUsers: false), Screen.Plain(output));
        Assert.Throws<OperationCanceledException>(() => loader.Load(cancellation.Token));
    }

    private ImageDataset Load(TemporaryFolder folder, params IDatasetSource[] sources) => Load(new DataFolder(folder.Path, IsUsers: false), sources);

    private ImageDataset Load(DataFolder folder, params IDatasetSource[] sources) =>
        new DatasetLoader(Toy.Dataset(sources), folder, Screen.Plain(output)).Load();
}
