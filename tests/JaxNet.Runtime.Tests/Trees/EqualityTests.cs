using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class EqualityTests
{
    private readonly NetParams _net = Nets.Net();

    [Fact]
    public void Parameters_with_the_same_tensors_are_equal()
    {
        var copy = _net with { Dense0 = _net.Dense0 with { } };
        Assert.Equal(_net, copy);
        Assert.True(_net == copy);
        Assert.Equal(_net.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void Equal_contents_are_not_enough() =>
        Assert.NotEqual(_net, _net with { Dense0 = _net.Dense0 with { Bias = _net.Dense0.Bias.clone() } });

    [Fact]
    public void An_absent_child_differs_from_a_present_one() => Assert.NotEqual(_net, _net with { Extra = _net.Dense0 });

    [Fact]
    public void Sharing_in_other_places_is_another_structure()
    {
        // Both trees have the leaves x and y, each once.
        var (x, y) = (ones(1), ones(1));
        Assert.False(Tree.SameLeaves((x, x, y), (x, y, y)));
        Assert.True(Tree.SameLeaves((x, x, y), (x, x, y)));
    }
}
