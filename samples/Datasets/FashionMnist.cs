using JaxNet.Samples.Datasets.Sources;

namespace JaxNet.Samples.Datasets;

/// <summary>Fashion-MNIST: pieces of clothing in MNIST's format, by Zalando Research.</summary>
public static class FashionMnist
{
    /// <summary>The dataset.</summary>
    public static PublishedDataset Dataset { get; } = new(
        "fashion-mnist",
        "Fashion-MNIST",
        ["T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
        new("train-images-idx3-ubyte", 3, 47_040_016, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        new("train-labels-idx1-ubyte", 1, 60_008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        new("t10k-images-idx3-ubyte", 3, 7_840_016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        new("t10k-labels-idx1-ubyte", 1, 10_008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
        [
            new FolderSource("/usr/share/datasets/fashion-mnist"),
            new MirrorSource(new Uri("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/")),
            new MirrorSource(new Uri("https://storage.googleapis.com/tensorflow/tf-keras-datasets/")),
            new DebianPackageSource("dataset-fashion-mnist", "usr/share/datasets/fashion-mnist"),
        ]);
}
