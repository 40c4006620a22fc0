using System.Collections.Immutable;
using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class MapTests
{
    private readonly Tensor _a = tensor(1f);
    private readonly Tensor _b = tensor(2f);

    [Fact]
    public void Map_keeps_type_structure_and_absence()
    {
        var net = Nets.Net();
        var twice = Tree.Map(net, leaf => leaf * 2);

        Assert.True(twice.Dense1.Bias.allclose(net.Dense1.Bias * 2));
        Assert.Null(twice.Extra);
        Assert.NotEqual(net, twice);
    }

    [Fact]
    public void Map_with_the_identity_gives_equal_parameters()
    {
        var net = Nets.Net();
        var same = Tree.Map(net, leaf => leaf);

        Assert.NotSame(net, same);
        Assert.Equal(net, same);
        Assert.Equal(net.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void What_is_shared_stays_shared_and_is_mapped_once()
    {
        var dense = Nets.Dense(3, 3);
        var net = new NetParams { Dense0 = dense, Dense1 = dense, Extra = dense with { Bias = ones(3) } };
        var calls = 0;
        var mapped = Tree.Map(net, leaf =>
        {
            calls++;
            return leaf + 1;
        });

        Assert.Equal(3, calls);
        Assert.Same(mapped.Dense0, mapped.Dense1);
        Assert.Same(mapped.Dense0.Kernel, mapped.Extra!.Kernel);
        Assert.NotSame(mapped.Dense0.Bias, mapped.Extra.Bias);
    }

    [Fact]
    public void Tuples_of_any_nesting_are_rebuilt()
    {
        // The outer tuple is known by the call; what is inside of it, and isn't all tensors, the generator registers.
        Tree.RegisterTuple<Tensor, NetParams>();

        var net = Nets.Net();
        var ((x, p), (y, z)) = Tree.Map(((_a, net), (_b, _a)), leaf => leaf + 10);

        Assert.Equal(11f, x.item<float>());
        Assert.Equal(12f, y.item<float>());
        Assert.Same(x, z);
        Assert.True(p.Dense0.Bias.allclose(net.Dense0.Bias + 10));

        var seven = Tree.Map((_a, _b, net, _a, _b, net, _a), leaf => leaf + 10);
        Assert.Equal(12f, seven.Item5.item<float>());
        Assert.Same(seven.Item3, seven.Item6);
    }

    [Fact]
    public void Collections_are_rebuilt_as_what_they_are()
    {
        Assert.Equal([11f, 12f], Numbers(Tree.Map(new[] { _a, _b }, Plus10)));
        Assert.Equal([11f, 12f], Numbers(Tree.Map(new List<Tensor> { _a, _b }, Plus10)));
        Assert.Equal([11f, 12f], Numbers(Tree.Map<IReadOnlyList<Tensor>>([_a, _b], Plus10)));
        Assert.Equal([11f, 12f], Numbers(Tree.Map(ImmutableArray.Create(_a, _b), Plus10)));
        Assert.Equal([11f, 12f], Numbers(Tree.Map(ImmutableList.Create(_a, _b), Plus10)));

        var dictionary = Tree.Map(new Dictionary<string, Tensor>(StringComparer.OrdinalIgnoreCase) { ["x"] = _a, ["y"] = _b }, Plus10);
        Assert.Equal([11f, 12f], Numbers([dictionary["X"], dictionary["y"]]));
        var immutable = Tree.Map(ImmutableDictionary<string, Tensor>.Empty.Add("x", _a), Plus10);
        Assert.Equal(11f, immutable["x"].item<float>());
        var sorted = Tree.Map(new SortedDictionary<string, Tensor> { ["x"] = _a }, Plus10);
        Assert.Equal(11f, sorted["x"].item<float>());
        var immutableSorted = Tree.Map(ImmutableSortedDictionary<string, Tensor>.Empty.Add("x", _a), Plus10);
        Assert.Equal(11f, immutableSorted["x"].item<float>());
    }

    [Fact]
    public void Arrays_of_anything_are_rebuilt()
    {
        var dense = Nets.Dense(2, 2);
        var mapped = Tree.Map(new[] { (_a, dense), (_b, dense) }.Select(pair => (pair, pair.dense)).First().dense, Plus10);
        Assert.True(mapped.Bias.allclose(dense.Bias + 10));

        var nodes = Tree.Map(new[] { dense, null, dense }, Plus10);
        Assert.Null(nodes[1]);
        Assert.Same(nodes[0], nodes[2]);
    }

    [Fact]
    public void A_type_that_has_to_be_registered_says_how()
    {
        var error = Assert.Throws<NotSupportedException>(() => Tree.Map(new List<DenseParams> { Nets.Dense(1, 1) }, Plus10));
        Assert.Contains("Tree.RegisterList<DenseParams>()", error.Message, StringComparison.Ordinal);

        Tree.RegisterList<Own>();
        Assert.Equal(11f, Tree.Map(new List<Own> { new(_a) }, Plus10)[0].Leaf.item<float>());

        // Nobody has mentioned this type to the tree functions before: it is inside of something else.
        var tuple = new object[] { (Nets.Dense(1, 1), new Own(_a), _b) };
        error = Assert.Throws<NotSupportedException>(() => Tree.Map(tuple, Plus10));
        Assert.Contains("Tree.RegisterTuple<DenseParams, Own, Tensor>()", error.Message, StringComparison.Ordinal);

        Tree.RegisterTuple<DenseParams, Own, Tensor>();
        var (_, own, _) = ((DenseParams, Own, Tensor))Tree.Map(tuple, Plus10)[0];
        Assert.Equal(11f, own.Leaf.item<float>());

        Tree.RegisterDictionary<Own>();
        Assert.Equal(11f, Tree.Map(new Dictionary<string, Own> { ["x"] = new(_a) }, Plus10)["x"].Leaf.item<float>());
    }

    [Fact]
    public void Two_trees_are_mapped_place_by_place()
    {
        var (net, other) = (Nets.Net(), Tree.Map(Nets.Net(), leaf => leaf * 3));
        var sum = Tree.Map(net, other, (x, y) => x + y);
        Assert.True(sum.Dense1.Kernel.allclose(net.Dense1.Kernel * 4));
    }

    [Fact]
    public void Trees_of_different_types_and_the_same_structure_are_zipped()
    {
        var pairs = Tree.Zip((_a, _b), new[] { _b, _a });
        Assert.Equal(2, pairs.Count);
        Assert.Same(_a, pairs[0].First);
        Assert.Same(_b, pairs[0].Second);
    }

    [Fact]
    public void A_difference_in_structure_is_told_with_its_path_and_both_sides()
    {
        var net = Nets.Net();

        var error = Assert.Throws<ArgumentException>(() => Tree.Map(net, net with { Extra = net.Dense0 }, (x, _) => x));
        Assert.Contains("At extra: the first has nothing, the second has DenseParams with the children kernel, bias.", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<ArgumentException>(() => Tree.Zip((_a, new[] { _a, _b }), (_b, new[] { _b })));
        Assert.Contains("At 1: the first has Tensor[] with the children 0, 1, the second has Tensor[] with the children 0.", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<ArgumentException>(() => Tree.Zip(net, (_a, net.Dense1)));
        Assert.Contains("At the root", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<ArgumentException>(() => Tree.Zip((_a, _b), (_a, (_b, _b))));
        Assert.Contains("At 1: the first has a tensor of shape [], the second has (Tensor, Tensor)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_leaf_cannot_stand_for_two()
    {
        var error = Assert.Throws<ArgumentException>(() => Tree.Zip((_a, _a), (_a, _b)));
        Assert.Contains("At 1: the first has a leaf there that it shares", error.Message, StringComparison.Ordinal);

        // The other way round there is nothing to decide.
        Assert.Equal(2, Tree.Zip((_a, _b), (_a, _a)).Count);
    }

    /// <summary>Step counts and the words of keys are no tensors until somebody asks for the leaves.</summary>
    [Fact]
    public void Two_states_of_optimizers_and_trees_with_keys_are_mapped_together()
    {
        var opt = Optimizers.Adam(0.1);
        var start = opt.Init((_a, _b));
        var next = opt.UpdateFromGradients((_a, _b), start);

        var mean = Tree.Map(start, next, (one, other) => one.is_floating_point() ? (one + other) / 2 : other);
        var (parameter, key) = Tree.Map((_a, new Key(1)), (_b, new Key(2)), (_, second) => second);

        Assert.Equal(1, mean.Step);
        Assert.Equal((start.Parameters.Item1 + next.Parameters.Item1).item<float>() / 2, mean.Parameters.Item1.item<float>());
        Assert.Same(_b, parameter);
        Assert.Equal(new Key(2), key);
    }

    [Fact]
    public void Unflatten_undoes_leaves()
    {
        var net = Nets.Net();
        Assert.Equal(net, Tree.Unflatten(net, Tree.Leaves(net)));
        Assert.Equal((_b, (_a, _b)), Tree.Unflatten((_a, (_b, _a)), [_b, _a]));
    }

    [Fact]
    public void Unflatten_refuses_another_number_of_leaves()
    {
        var error = Assert.Throws<ArgumentException>(() => Tree.Unflatten(Nets.Dense(1, 1), [_a]));
        Assert.Contains("The tree has 2 leaves, but 1 tensors were given for them. Its leaves are: kernel, bias.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Tree.Unflatten(Nets.Dense(1, 1), [_a, _b, _a]));
    }

    private static Tensor Plus10(Tensor leaf) => leaf + 10;

    private static float[] Numbers(IEnumerable<Tensor> tensors) => [.. tensors.Select(tensor => tensor.item<float>())];

    private sealed class Own(Tensor leaf) : ITree
    {
        public Tensor Leaf => leaf;

        public void Visit(TreeVisitor visitor) => visitor.Child("leaf", leaf);

        public ITree Rebuild(TreeRebuilder rebuilder) => new Own(rebuilder.Child(leaf));
    }
}
