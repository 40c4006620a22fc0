using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Memory;

/// <summary>What a network gives out belongs to the caller: to dispose it takes nothing from anybody, even where it is what the network was given.</summary>
public sealed partial class OwnershipTests
{
    private readonly Tensor _x = new Key(1).Normal([2, 3]);

    [Parametrized]
    private static partial Tensor Same(Tensor x) => x;

    [Parametrized]
    private static partial Tensor[] Several(Tensor x, Tensor y) => [x, y, x, x + y];

    /// <summary>Nobody has registered how to make one of these.</summary>
    [Parametrized]
    private static partial (Tensor, (Tensor[], Tensor, Tensor)) Nested(Tensor x) => (x, ([x], x, x + 1));

    [Parametrized]
    private static partial Tensor Table(Tensor x) => Parameter([3], Initializers.Ones(), "table");

    [Parametrized]
    private static partial (Tensor, Tensor) Kept(Tensor x, Initializer given)
    {
        var start = x * 2;
        return (Parameter(_ => (x, start, x), "tree").Item1, Parameter([2, 3], given, "given"));
    }

    [Fact]
    public void An_output_that_is_the_input_can_be_disposed()
    {
        Check(Same().Apply(new(), _x));
        Check(Dropout(0.5).Apply(new(), _x, mode: Mode.Eval));
        Check(Sequential().Apply(Sequential().Init(new Key(0), _x), _x));
        Check(Same().ApplyFrom([], _x));
        Check(Same().InitWithOutput(new Key(0), _x).Output);

        void Check(Tensor output)
        {
            Assert.True(output.Equals(_x));
            output.Dispose();
            Assert.False(_x.IsInvalid);
        }
    }

    [Fact]
    public void So_can_outputs_of_which_some_are_inputs()
    {
        var y = ones(2, 3);
        var outputs = Several().Apply(new(), _x, y);

        // What is one tensor stays one.
        Assert.Same(outputs[0], outputs[2]);
        Assert.True(outputs[3].Equals(_x + 1));
        foreach (var output in outputs)
            output.Dispose();

        Assert.False(_x.IsInvalid || y.IsInvalid);
    }

    [Parametrized]
    private static partial (Tensor Carry, Tensor Output) Step(Tensor carry, Tensor x) => (carry, x * Parameter([], Initializers.Ones(), "scale"));

    [Fact]
    public void So_can_the_carry_of_a_scan()
    {
        var carry = ones(3);

        var (last, outputs) = Step().Scan(Step().Init(new Key(0), carry, _x[0]), carry, _x);

        Assert.True(last.Equals(carry) && outputs.Equals(_x));
        last.Dispose();
        Assert.False(carry.IsInvalid);
    }

    [Fact]
    public void Outputs_that_cannot_be_rebuilt_come_out_as_they_are()
    {
        var (first, (others, _, more)) = Nested().Apply(new(), _x);

        Assert.True(first.Equals(_x) && others[0].Equals(_x) && more.Equals(_x + 1));
    }

    [Fact]
    public void An_output_that_is_a_parameter_can_be_disposed_and_has_its_gradient()
    {
        var (parameters, output) = Table().InitWithOutput(new Key(0), _x);
        output.Dispose();
        Table().Apply(parameters, _x).Dispose();

        Assert.Equal([3f, 3, 3], Transforms.Grad((TableParams p) => (Table().Apply(p, _x) * 3).sum())(parameters).Table.data<float>().ToArray());
        Assert.Equal([1f, 1, 1], parameters.Table.data<float>().ToArray());
    }

    [Fact]
    public void Where_gradients_are_recorded_they_go_through()
    {
        var x = ones(3, requires_grad: true);

        var gradient = autograd.grad([(Same().Apply(new(), x) * 2).sum()], [x])[0];

        Assert.Equal([2f, 2, 2], gradient.data<float>().ToArray());
    }

    [Fact]
    public void A_parameter_that_starts_as_a_tensor_is_another_one_on_the_same_numbers()
    {
        var given = ones(2, 3, requires_grad: true);
        var module = Kept((_, _) => given);

        var parameters = module.Init(new Key(0), _x);

        var (first, start, again) = parameters.Tree;
        Assert.Same(first, again);
        Assert.True(first.Equals(_x) && start.Equals(_x * 2) && parameters.Given.Equals(given));
        Assert.False(parameters.Given.requires_grad);
        foreach (var leaf in Tree.Leaves(parameters))
            leaf.Dispose();

        Assert.False(_x.IsInvalid || given.IsInvalid);
        parameters = module.Init(new Key(0), _x);
        given.Dispose();
        Assert.False(parameters.Given.IsInvalid);
    }
}
