using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;

namespace JaxNet.Samples.Tests.Datasets;

public class DataFolderTests
{
    [Fact]
    public void The_cache_is_where_the_standard_has_it()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal("/home/me/.cache/jaxnet/mnist", Cache(("HOME", "/home/me")));
        Assert.Equal("/elsewhere/jaxnet/mnist", Cache(("HOME", "/home/me"), ("XDG_CACHE_HOME", "/elsewhere")));
        Assert.Equal("/home/me/.cache/jaxnet/mnist", Cache(("HOME", "/home/me"), ("XDG_CACHE_HOME", "not/absolute")));
        Assert.Equal("/data/mnist", Cache(("HOME", "/home/me"), ("XDG_CACHE_HOME", "/elsewhere"), ("JAXNET_DATA", "/data")));
    }

    [Fact]
    public void A_folder_that_the_user_names_must_exist()
    {
        var error = Assert.Throws<DatasetException>(() => DataFolder.For(Mnist.Dataset, "/no/such/folder", _ => "/data"));
        Assert.Equal($"{Path.GetFullPath("/no/such/folder")}: there is no such folder; create it, or leave --data out to keep the data in {Path.GetFullPath("/data")}", error.Message);
    }

    [Fact]
    public void A_folder_with_the_files_is_taken_itself_and_else_each_dataset_has_one_in_it()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new DataFolder(folder["mnist"], IsUsers: true), DataFolder.For(Mnist.Dataset, folder.Path));
        folder.Write("t10k-labels-idx1-ubyte.gz", [1]);
        Assert.Equal(new DataFolder(folder.Path, IsUsers: true), DataFolder.For(Mnist.Dataset, folder.Path));
        folder.Write("mnist/t10k-labels-idx1-ubyte.gz", [1]);
        Assert.Equal(new DataFolder(folder["mnist"], IsUsers: true), DataFolder.For(Mnist.Dataset, folder.Path));
    }

    private static string Cache(params (string Name, string Value)[] environment) =>
        DataFolder.For(Mnist.Dataset, null, name => environment.FirstOrDefault(variable => variable.Name == name).Value).Path;
}
