using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Tests.Datasets;

public class SubsetTests
{
    public static TheoryData<string, int, int, byte[]> Subsets => new()
    {
        { "mnist", 2000, 1000, [7, 2, 1, 0, 4, 1, 4, 9] },
        { "fashion-mnist", 1000, 500, [9, 2, 1, 1, 6, 1, 4, 6] },
    };

    [Theory]
    [MemberData(nameof(Subsets))]
    public void The_subset_is_real(string id, int train, int test, byte[] firstTestLabels)
    {
        using var folder = new TemporaryFolder();
        var dataset = PublishedDatasets.All.Single(dataset => dataset.Id == id) with { Sources = [] };
        var data = new DatasetLoader(dataset, new DataFolder(folder["none"], IsUsers: false), Screen.Plain(TextWriter.Null)).Load();
        Assert.Equal((true, train, test), (data.IsSubset, data.Train.Count, data.Test.Count));
        Assert.Equal((28, 28, 10), (data.Train.Height, data.Train.Width, data.Train.Classes));
        Assert.Equal(firstTestLabels, data.Test.Labels[..8].ToArray());
        for (var label = 0; label < 10; label++) Assert.InRange(data.Train.Labels.Count((byte)label), train / 15, train / 7);
    }
}
