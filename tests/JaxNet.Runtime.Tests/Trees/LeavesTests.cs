using System.Collections.Immutable;
using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class LeavesTests
{
    private readonly Tensor _a = ones(2, 3);
    private readonly Tensor _b = zeros(4);
    private readonly Tensor _c = ones(5);

    [Fact]
    public void A_tensor_is_its_own_leaf() => AssertLeaves(Tree.Leaves(_a), _a);

    [Fact]
    public void Null_has_no_leaves()
    {
        Assert.Empty(Tree.Leaves<NetParams?>(null));
        Assert.Equal(0, Tree.Count<NetParams?>(null));
    }

    [Fact]
    public void No_inputs_have_no_leaves() => Assert.Empty(Tree.Leaves(default(ValueTuple)));

    [Fact]
    public void Params_show_their_leaves_in_order_and_skip_what_is_absent()
    {
        var net = Nets.Net();
        AssertLeaves(Tree.Leaves(net), net.Dense0.Kernel, net.Dense0.Bias, net.Dense1.Kernel, net.Dense1.Bias);
    }

    [Fact]
    public void Nested_tuples_of_seven_are_trees() =>
        AssertLeaves(Tree.Leaves((_a, (_b, _a), _a, _a, _a, _a, (_a, (_c, _b)))), _a, _b, _c);

    [Fact]
    public void Collections_are_trees()
    {
        AssertLeaves(Tree.Leaves(new[] { _a, _b }), _a, _b);
        AssertLeaves(Tree.Leaves(new List<Tensor> { _b, _a }), _b, _a);
        AssertLeaves(Tree.Leaves<IReadOnlyList<Tensor>>([_b, _a]), _b, _a);
        AssertLeaves(Tree.Leaves(ImmutableArray.Create(_b, _a)), _b, _a);
    }

    [Fact]
    public void Dictionaries_are_read_in_ordinal_order_of_their_keys()
    {
        AssertLeaves(Tree.Leaves(new Dictionary<string, Tensor> { ["b"] = _b, ["a"] = _a, ["B"] = _c }), _c, _a, _b);
        AssertLeaves(Tree.Leaves(ImmutableDictionary<string, Tensor>.Empty.Add("b", _b).Add("a", _a)), _a, _b);
    }

    [Fact]
    public void A_leaf_that_is_shared_comes_once()
    {
        AssertLeaves(Tree.Leaves((_a, _b, _a)), _a, _b);
        Assert.Equal(2, Tree.LeafCount((_a, _b, _a)));
        Assert.Equal(10, Tree.Count((_a, _b, _a)));
    }

    [Fact]
    public void A_node_that_is_shared_is_visited_once()
    {
        // Thirty levels, each of which has the next one twice: a walk that takes both ways doesn't end.
        var tree = new[] { (object)_a, _b };
        for (var level = 0; level < 30; level++)
            tree = [tree, tree];

        AssertLeaves(Tree.Leaves(tree), _a, _b);
    }

    [Fact]
    public void Many_leaves_are_told_apart_too()
    {
        var many = Enumerable.Range(0, 100).Select(i => tensor(i)).ToArray();
        Assert.Equal(100, Tree.LeafCount((many, many.Reverse().ToArray())));
    }

    [Fact]
    public void What_is_no_tree_is_named()
    {
        var error = Assert.Throws<NotSupportedException>(() => Tree.Leaves((_a, 3)));
        Assert.StartsWith("Int32 is not a tree.", error.Message, StringComparison.Ordinal);
        Assert.Contains("implement ITree", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<NotSupportedException>(() => Tree.Leaves(new Dictionary<int, Tensor> { [1] = _a }));
        Assert.Contains("Dictionary<Int32, Tensor> is not a tree: the keys", error.Message, StringComparison.Ordinal);
    }

    private static void AssertLeaves(IReadOnlyList<Tensor> actual, params Tensor[] expected)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.Same(expected[i], actual[i]);
    }
}
