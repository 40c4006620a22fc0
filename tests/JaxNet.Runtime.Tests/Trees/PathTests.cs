using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class PathTests
{
    [Fact]
    public void Leaves_are_named_by_where_they_stand_first()
    {
        var net = Nets.Net();
        var tree = (ones(1), new[] { net.Dense0, net.Dense1 }, new Dictionary<string, NetParams> { ["best"] = net with { Extra = Nets.Dense(1, 1) } });

        Assert.Equal(
            ["0", "1.0.kernel", "1.0.bias", "1.1.kernel", "1.1.bias", "2.best.extra.kernel", "2.best.extra.bias"],
            Tree.Paths(tree));
        Assert.Same(net.Dense1.Kernel, Tree.NamedLeaves(tree)[3].Leaf);
        Assert.Equal([""], Tree.Paths(ones(1)));
    }

    [Fact]
    public void A_leaf_is_found_by_its_owner()
    {
        var net = Nets.Net();
        Assert.Equal("dense1.bias", TreePaths.Find(net, net.Dense1, net.Dense1.Bias));
        Assert.Equal("1.dense1.bias", TreePaths.Find((ones(1), net), net.Dense1, net.Dense1.Bias));
    }

    [Fact]
    public void Without_a_root_or_outside_of_it_the_path_starts_at_the_owner()
    {
        var net = Nets.Net();
        Assert.Equal("bias", TreePaths.Find(null, net.Dense1, net.Dense1.Bias));
        Assert.Equal("bias", TreePaths.Find(Nets.Net(), net.Dense1, net.Dense1.Bias));
    }

    [Fact]
    public void A_parameter_of_another_shape_is_named_with_its_path()
    {
        var net = Nets.Net();
        var scope = new ApplyScope(net, key: null, Mode.Train);

        Assert.Same(net.Dense1.Bias, scope.Check(net.Dense1, net.Dense1.Bias, [2]));
        var error = Assert.Throws<ParameterShapeException>(() => scope.Check(net.Dense1, net.Dense1.Bias, [5]));
        Assert.Contains("dense1.bias has the shape [2]", error.Message, StringComparison.Ordinal);
    }
}
