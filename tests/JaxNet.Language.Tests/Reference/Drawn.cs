namespace JaxNet.Language.Tests.Reference;

/// <summary>What Init draws with links of the key chain, written down independently of the template.</summary>
/// <param name="IsRandomKey">Whether the body takes the link for itself.</param>
/// <param name="With">The leaves that are drawn with a link.</param>
internal sealed record Drawn(bool IsRandomKey, Func<Key, IEnumerable<(string Path, Tensor Value)>> With)
{
    /// <summary>A parameter of a known initializer.</summary>
    public static Drawn Leaf(string path, Initializer init, params long[] shape) => new(false, link => [(path, init(link, shape))]);

    public static Drawn One(string path, params long[] shape) => Leaf(path, Initializers.Ones(), shape);

    public static Drawn Normal(string path, params long[] shape) => Leaf(path, Initializers.Normal(), shape);

    /// <summary>A parameter that is a tree: all of its leaves are made with one link.</summary>
    public static Drawn Many(Func<Key, IEnumerable<(string Path, Tensor Value)>> leaves) => new(false, leaves);

    /// <summary>The link of a key that the body asks for.</summary>
    public static Drawn Link { get; } = new(true, _ => []);

    /// <summary>The kernel of a dense layer; its bias is the next link.</summary>
    public static Drawn Kernel(string dense, long inputs, long outputs) => Leaf(dense + ".kernel", Initializers.GlorotNormal(), inputs, outputs);

    /// <summary>The bias of a dense layer.</summary>
    public static Drawn Bias(string dense, long outputs) => Leaf(dense + ".bias", Initializers.Normal(1e-2), outputs);

    /// <summary>A chain of dense layers: their paths, and the widths before, between and behind them.</summary>
    public static Drawn[] Denses(string paths, params long[] widths) =>
        [.. paths.Split(' ').SelectMany((path, i) => new[] { Kernel(path, widths[i], widths[i + 1]), Bias(path, widths[i + 1]) })];
}
