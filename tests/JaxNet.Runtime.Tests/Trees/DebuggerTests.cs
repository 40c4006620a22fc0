using System.Diagnostics;
using System.Reflection;
using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>What a debugger shows of parameters.</summary>
public class DebuggerTests
{
    [Fact]
    public void Parameters_are_shown_by_their_names_with_shapes_and_counts()
    {
        var net = Nets.Net(inputs: 3, hidden: 2, outputs: 1);
        Assert.Equal("Examples.Net, 11 numbers", net.DebuggerText);
        Assert.Equal(["dense0: 8 numbers", "dense1: 3 numbers", "extra: none"], Lines(View(net).Items));

        var dense0 = Assert.IsType<TreeViewItem[]>(View(net).Items[0].Contents);
        Assert.Equal(["kernel", "bias"], dense0.Select(item => item.Name));
        Assert.Same(net.Dense0.Kernel, dense0[0].Contents);
    }

    // By hand: of 1, 2, 3, 4 the mean is 2.5, the mean of the squared distances (2.25 + 0.25 + 0.25 + 2.25) / 4 = 1.25, and its root 1.118.
    [Fact]
    public void A_leaf_is_shown_with_its_statistics() => Assert.Equal(
        "float32 [2, 2]  mean 2.5, deviation 1.12, from 1 to 4",
        LeafStatistics.Describe(tensor(new float[,] { { 1, 2 }, { 3, 4 } })));

    [Fact]
    public void Numbers_that_are_not_finite_are_counted_apart()
    {
        Assert.Equal(
            "float32 [4]  mean 2, deviation 1, from 1 to 3, 2 of 4 not finite",
            LeafStatistics.Describe(tensor(new[] { float.NaN, 1, 3, float.PositiveInfinity })));
        Assert.Equal("float32 [1]  1 of 1 not finite", LeafStatistics.Describe(tensor(new[] { float.NaN })));
    }

    [Fact]
    public void What_has_no_statistics_is_shown_all_the_same()
    {
        Assert.Equal("int64 [3]", LeafStatistics.Describe(tensor(new long[] { 1, 2, 3 })));
        Assert.Equal("float32 [0, 5]", LeafStatistics.Describe(zeros(0, 5)));

        var gone = zeros(3);
        gone.Dispose();
        Assert.Equal("disposed", LeafStatistics.Describe(gone));
    }

    [Fact]
    public void Looking_leaves_nothing_in_the_programs_scope_or_graph()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(3).requires_grad_();
        var before = scope.DisposablesCount;

        LeafStatistics.Describe(leaf);

        Assert.Equal(before, scope.DisposablesCount);
        Assert.True(is_grad_enabled());
    }

    /// <summary>As a debugger makes it: of the type that the attribute names.</summary>
    private static TreeView View(object tree)
    {
        var proxy = tree.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>(inherit: true)!;
        Assert.StartsWith(typeof(TreeView).FullName!, proxy.ProxyTypeName);
        return new TreeView((ITree)tree);
    }

    private static IEnumerable<string> Lines(IEnumerable<TreeViewItem> items) => items.Select(item => $"{item.Name}: {item.Text}");
}
