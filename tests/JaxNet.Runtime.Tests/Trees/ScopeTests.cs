using static TorchSharp.torch;

namespace JaxNet.Tests;

public class ScopeTests
{
    [Fact]
    public void Leaves_outlive_the_scope_that_they_were_moved_out_of()
    {
        (Tensor, Tensor) kept;
        Tensor dropped;
        using (var scope = NewDisposeScope())
        {
            kept = (ones(1), ones(2));
            dropped = ones(3);
            Tree.MoveToOuter(scope, kept);
        }

        Assert.False(kept.Item1.IsInvalid || kept.Item2.IsInvalid);
        Assert.True(dropped.IsInvalid);
    }

    [Fact]
    public void A_leaf_of_another_scope_stays_in_it()
    {
        var outer = NewDisposeScope();
        var input = ones(1);
        using (var inner = NewDisposeScope())
            Tree.MoveToOuter(inner, (input, ones(2)));

        outer.Dispose();
        Assert.True(input.IsInvalid);
    }
}
