using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>Trees that are moved.</summary>
public class TreeDeviceTests
{
    [Fact]
    public void A_tree_is_moved_with_its_types_shapes_and_sharing()
    {
        var shared = zeros(2, 3);
        var (first, second, count) = Tree.To((shared, shared, zeros([4], ScalarType.Int64)), META);

        Assert.Same(first, second);
        Places.AllOn(META, (first, count));
        Assert.Equal([2, 3], first.shape);
        Assert.Equal(ScalarType.Int64, count.dtype);
    }

    [Fact]
    public void What_is_there_already_stays_itself()
    {
        var (here, there) = (zeros(2), zeros([2], device: META));
        var moved = Tree.To((here, there), META);
        Assert.NotSame(here, moved.here);
        Assert.Same(there, moved.there);
        Assert.Same(here, Tree.To(here, CPU));
    }

    [Fact]
    public void A_move_has_a_gradient()
    {
        var x = ones([2], requires_grad: true);
        Assert.True(Tree.To(x, META).requires_grad);
    }

    [Fact]
    public void A_checkpoint_is_loaded_to_where_its_like_is()
    {
        var path = Path.GetTempFileName();
        try
        {
            Checkpoint.Save(path, (ones(2, 2), tensor(3L)));
            Places.AllOn(META, Checkpoint.Load(path, like: (zeros([2, 2], device: META), zeros([], ScalarType.Int64, META))));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
