using TorchSharp;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

/// <summary>First values of parameters that are computed from the inputs, while a body asks for gradients with respect to these.</summary>
public sealed partial class FirstValueTests
{
    private readonly Tensor _x = tensor(new float[] { 1, 2, 3, 6 }, [2, 2]);

    [Parametrized]
    private static partial Tensor ActNorm(Tensor x) =>
        (x - Parameter(_ => x.mean([0L]), "shift")) * Parameter([2], (_, _) => 1 / x.abs().amax(0), "scale") + Parameter(_ => (x, x * 0), "tree").Item2;

    [Parametrized]
    private static partial Tensor Slope(Tensor x) => Transforms.Grad((Tensor y) => ActNorm(y).square().sum())(x);

    [Parametrized]
    private static partial Tensor SlopeByAutograd(Tensor x)
    {
        var y = x.detach().requires_grad_();
        return autograd.grad([ActNorm(y).square().sum()], [y], create_graph: true)[0];
    }

    [Fact]
    public void InsideOfAGradientTheyHaveNoHistory()
    {
        Check(Slope().InitWithOutput(new Key(0), _x), Slope().Apply);
        Check(SlopeByAutograd().InitWithOutput(new Key(0), _x), SlopeByAutograd().Apply);

        void Check<P>((P Parameters, Tensor Output) first, Func<P, Tensor, Key?, Mode, Tensor> apply)
        {
            Assert.Equal(4, Tree.LeafCount(first.Parameters));
            Assert.DoesNotContain(true, Tree.Leaves(first.Parameters).Select(leaf => leaf.requires_grad));

            // As Apply, which is given the parameters.
            Assert.Equal(apply(first.Parameters, _x, null, Mode.Train).data<float>().ToArray(), first.Output.data<float>().ToArray());
        }
    }
}
