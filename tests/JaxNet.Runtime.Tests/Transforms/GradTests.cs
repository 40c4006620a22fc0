using JaxNet.Tests.Examples;
using static JaxNet.Primitives;
using static JaxNet.Transforms;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class GradTests
{
    [Fact]
    public void The_gradient_of_a_sum_of_squares_is_twice_the_argument()
    {
        var x = Nets.Wave([2, 3]);
        var (value, gradient) = ValueAndGrad((Tensor x) => x.square().sum())(x);

        Assert.True(value.allclose(x.square().sum()));
        Assert.True(gradient.allclose(2 * x));
        Assert.True(Grad((Tensor x) => x.square().sum())(x).allclose(2 * x));
        Assert.False(value.requires_grad || gradient.requires_grad || x.requires_grad);
    }

    /// <summary>libtorch conjugates and negates when somebody reads the numbers: a bit of the tensor says that it is to be done.</summary>
    [Fact]
    public void An_argument_that_is_conjugated_or_negated_lazily_is_what_it_shows()
    {
        var z = complex(ones(1), 2 * ones(1)).conj();
        var (value, _) = ValueAndGrad((Tensor w) => w.imag.sum())(z);
        Assert.Equal(-2, value.item<float>());

        var (negative, gradient) = ValueAndGrad((Tensor w) => w.square().sum() - w.sum())(z.imag);
        Assert.True(z.imag.is_neg());
        Assert.Equal([6f, -5], [negative.item<float>(), gradient.item<float>()]);
    }

    /// <summary>The gradient by the second part of a complex number that is conjugated comes as its negative, with a bit that says so.</summary>
    [Fact]
    public void Optimizers_take_gradients_and_parameters_that_are_negated_lazily()
    {
        foreach (var optimizer in new[] { Optimizers.Sgd(1), Optimizers.Momentum(1, 0.9) })
        {
            foreach (long[] shape in new long[][] { [], [3] })
            {
                var conjugated = complex(zeros(shape), ones(shape)).conj();
                Assert.True(Next(conjugated.imag, ones(shape)).eq(2).all().item<bool>());
                Assert.True(Next(ones(shape), conjugated.imag).eq(-2).all().item<bool>());
                Assert.True(Next(zeros(shape, ScalarType.ComplexFloat32), conjugated).imag.eq(-1).all().item<bool>());
            }

            // The loss is -y, as a conjugated number's second part.
            Assert.Equal(1, Next(Grad((Tensor y) => complex(zeros([]), y).conj().imag)(zeros([])), zeros([])).item<float>());

            Tensor Next(Tensor gradient, Tensor parameter) => optimizer.GetParameters(optimizer.UpdateFromGradients(gradient, optimizer.Init(parameter)));
        }
    }

    /// <summary>With TorchSharp's autograd.grad it would be the end of the process.</summary>
    [Fact]
    public void What_libtorch_refuses_on_the_way_back_is_an_exception_and_leaves_nothing_behind()
    {
        var (x, y) = (Nets.Wave([4]), Nets.Wave([4], 1));
        var inPlace = Grad((Tensor x) => { var e = x.exp(); var sum = e.square().sum(); using (no_grad()) e.zero_(); return sum; });
        var (optimizer, loss) = (Optimizers.Sgd(0.5), Distances.MeanSquare());
        var state = optimizer.Init(loss.Init(new Key(0), y));
        optimizer.Step(ref state, loss, y);

        Assert.Contains("Double", Assert.ThrowsAny<Exception>(() => Grad((Tensor x) => nn.functional.mse_loss(x, zeros(4, ScalarType.Float64)))(x)).Message);
        Assert.Contains("inplace", Assert.ThrowsAny<Exception>(() => inPlace(x)).Message);
        Assert.ThrowsAny<Exception>(() => optimizer.Step(ref state, loss, zeros(4, ScalarType.Float64)));

        Assert.True(Grad((Tensor x) => x.square().sum())(x).allclose(2 * x));

        // Each step goes a quarter of the way.
        optimizer.Step(ref state, loss, y);
        Assert.True(optimizer.GetParameters(state).X.allclose(0.4375 * y));
    }

    [Fact]
    public void The_gradient_by_a_tuple_is_a_tuple()
    {
        var (x, y) = (tensor(3f), tensor(4f));
        var (dx, dy) = Grad(((Tensor X, Tensor Y) p) => p.X * p.X * p.Y)((x, y));
        Assert.Equal(24f, dx.item<float>());
        Assert.Equal(9f, dy.item<float>());
    }

    [Fact]
    public void A_second_argument_is_no_variable()
    {
        var (value, gradient) = ValueAndGrad((Tensor x, (Tensor A, float B) inputs) => x * inputs.A + inputs.B)(tensor(3f), (tensor(2f), 1f));
        Assert.Equal(7f, value.item<float>());
        Assert.Equal(2f, gradient.item<float>());
        Assert.Equal(2f, Grad((Tensor x, Tensor a) => x * a)(tensor(3f), tensor(2f)).item<float>());
    }

    // Central differences in double precision: their own error is about 1e-9.
    [Fact]
    public void The_gradient_of_a_network_is_that_of_finite_differences()
    {
        var net = Tree.Map(Nets.Net(), leaf => leaf.type(ScalarType.Float64));
        var batch = (Nets.Wave([5, 3], 1).type(ScalarType.Float64), Nets.Wave([5, 2], 2).type(ScalarType.Float64));
        var loss = new NetLoss();

        var (value, gradient) = loss.ValueAndGrad(net, batch);
        Assert.Equal(loss.Apply(net, batch).item<double>(), value.item<double>());

        var (leaves, gradients) = (Tree.Leaves(net), Tree.Leaves(gradient));
        for (var leaf = 0; leaf < leaves.Count; leaf++)
        {
            for (long i = 0; i < leaves[leaf].numel(); i++)
            {
                var numeric = (At(leaf, i, 1e-5) - At(leaf, i, -1e-5)) / 2e-5;
                Assert.Equal(numeric, gradients[leaf].flatten()[i].item<double>(), 1e-8);
            }
        }

        double At(int leaf, long i, double distance)
        {
            var moved = leaves.ToArray();
            moved[leaf] = moved[leaf].clone();
            moved[leaf].view(-1)[i] += distance;
            return loss.Apply(Tree.Unflatten(net, moved), batch).item<double>();
        }
    }

    [Fact]
    public void A_leaf_in_two_places_has_the_sum_of_their_gradients()
    {
        var dense = Nets.Dense(3, 3);
        var shared = new NetParams { Dense0 = dense, Dense1 = dense };
        var apart = new NetParams { Dense0 = dense, Dense1 = Tree.Map(dense, leaf => leaf.clone()) };
        var batch = (Nets.Wave([4, 3], 1), Nets.Wave([4, 3], 2));

        var gradient = new NetLoss().Grad(shared, batch);
        var parts = new NetLoss().Grad(apart, batch);

        Assert.Same(gradient.Dense0, gradient.Dense1);
        Assert.True(gradient.Dense0.Kernel.allclose(parts.Dense0.Kernel + parts.Dense1.Kernel));
        Assert.True(gradient.Dense0.Bias.allclose(parts.Dense0.Bias + parts.Dense1.Bias));
    }

    [Fact]
    public void What_the_value_does_not_depend_on_has_a_gradient_of_zeros()
    {
        var net = Nets.Net() with { Extra = Nets.Dense(2, 5) };
        var gradient = new NetLoss().Grad(net, (Nets.Wave([4, 3]), Nets.Wave([4, 2])));

        Assert.True(gradient.Extra!.Kernel.equal(zeros(2, 5)).all().item<bool>());
        Assert.Equal([5], gradient.Extra.Bias.shape);
        Assert.NotEqual(0f, gradient.Dense0.Kernel.abs().sum().item<float>());
    }

    [Fact]
    public void Integers_have_gradients_of_zeros_and_reach_the_function_as_they_are()
    {
        var indices = tensor(new long[] { 1, 0 });
        var table = tensor(new[] { 3f, 5f, 7f });
        var (byTable, byIndices) = Grad(((Tensor Table, Tensor Indices) p) =>
        {
            Assert.Same(indices, p.Indices);
            return p.Table[p.Indices].sum();
        })((table, indices));

        Assert.Equal([1f, 1f, 0f], byTable.data<float>().ToArray());
        Assert.Equal(ScalarType.Int64, byIndices.dtype);
        Assert.Equal([0L, 0L], byIndices.data<long>().ToArray());
    }

    [Fact]
    public void Nothing_to_differentiate_by_is_no_error()
    {
        var gradient = Grad((Tensor[] _) => tensor(1f))([]);
        Assert.Empty(gradient);
    }

    [Fact]
    public void The_function_sees_the_leaves_own_memory()
    {
        var x = ones(3);
        Grad((Tensor variable) =>
        {
            using (no_grad())
                variable.detach().fill_(5);
            return variable.sum();
        })(x);
        Assert.Equal(5f, x[0].item<float>());
    }

    [Fact]
    public void Gradients_of_gradients()
    {
        // x³ has the derivatives 3x², 6x and 6.
        Func<Tensor, Tensor> cube = x => x * x * x;
        var x = tensor(2.0);
        Assert.Equal(12, Grad(cube)(x).item<double>());
        Assert.Equal(12, Grad(Grad(cube))(x).item<double>());
        Assert.Equal(6, Grad(Grad(Grad(cube)))(x).item<double>());
    }

    [Fact]
    public void A_gradient_inside_of_a_function_that_is_differentiated_counts()
    {
        // f(x) = (d/dx x²)² = 4x², and its derivative is 8x.
        var f = (Tensor x) => Grad((Tensor y) => y * y)(x).square();
        Assert.Equal(24, Grad(f)(tensor(3.0)).item<double>());
    }

    [Fact]
    public void An_inner_gradient_takes_what_is_around_it_for_constant()
    {
        // d/dz z³y = 3z²y is 3y³ at z = y, and its derivative 9y².
        var f = Grad((Tensor y) => Grad((Tensor z) => z.pow(3) * y)(y));

        Assert.Equal(36f, f(tensor(2f)).item<float>());
        Assert.Equal(36f, f(tensor(2f, requires_grad: true)).item<float>());
    }

    [Fact]
    public void An_inner_gradient_depends_on_what_the_inner_function_has_from_outside()
    {
        // d/dx p x³ is 3 p x², and at x = 2 the derivative of 12 p + p² is 12 + 2 p.
        var x = tensor(2f);
        Assert.Equal(14f, Grad((Tensor p) => Grad((Tensor y) => p * y.pow(3))(x) + p.square())(tensor(1f)).item<float>());

        // As a value: that of p x² at x = 2 is 4 p.
        Assert.Equal(6f, Grad((Tensor p) => ValueAndGrad((Tensor y) => p * y.square())(x).Value + p.square())(tensor(1f)).item<float>());

        // By hand: outside of a gradient a tensor is a number, whatever autograd knows of it.
        Assert.False(Grad((Tensor y) => y * tensor(3f, requires_grad: true))(x).requires_grad);
    }

    [Fact]
    public void An_inner_gradient_that_is_to_be_constant_says_so()
    {
        var x = tensor(2f);
        Assert.Equal(2f, Grad((Tensor p) => Grad((Tensor y) => p * y.pow(3))(x).detach() + p.square())(tensor(1f)).item<float>());
        Assert.Equal(2f, Grad((Tensor p) =>
        {
            using var constant = no_grad();
            var inner = Grad((Tensor y) => p * y.pow(3))(x);
            using var recorded = enable_grad();
            return inner + p.square();
        })(tensor(1f)).item<float>());
    }

    [Fact]
    public void Works_where_gradients_are_off_and_leaves_that_as_it_was()
    {
        using (no_grad())
        {
            Assert.Equal(6f, Grad((Tensor x) => x * x)(tensor(3f)).item<float>());
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Everything_made_on_the_way_is_disposed_and_the_results_belong_to_the_scope_around()
    {
        var x = ones(4);
        Tensor? onTheWay = null;
        Tensor value, gradient;
        using (var scope = NewDisposeScope())
        {
            (value, gradient) = ValueAndGrad((Tensor x) =>
            {
                onTheWay = x.exp();
                return onTheWay.sum();
            })(x);

            Assert.True(onTheWay!.IsInvalid);
            Assert.False(value.IsInvalid || gradient.IsInvalid);
            Assert.Equal(2, scope.DisposablesCount);
        }

        Assert.True(value.IsInvalid && gradient.IsInvalid);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void A_function_that_returns_its_argument_has_the_gradient_1()
    {
        var x = tensor(3f);
        var (value, gradient) = ValueAndGrad((Tensor x) => x)(x);
        Assert.Equal((3f, 1f), (value.item<float>(), gradient.item<float>()));
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_an_error_that_says_its_shape_and_what_to_do()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Grad((Tensor x) => x * 2)(ones(128, 10)));
        Assert.Equal(
            "The function returned a tensor of shape [128, 10], but only one number, of shape [], has a gradient. " +
            "Take the mean or the sum of it.", error.Message);

        error = Assert.Throws<InvalidOperationException>(() => new Loss<Tensor>(x => x * 2).Grad(ones(1), default));
        Assert.StartsWith("Loss returned a tensor of shape [1]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_whole_numbers_is_an_error()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Grad((Tensor x) => x.argmax())(ones(3)));
        Assert.StartsWith("The function returned a number of type Int64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_depends_on_nothing_is_an_error_that_names_the_usual_reasons()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Grad((Tensor x) => x.detach().sum())(ones(3)));
        Assert.Contains("depends on none of the 1 floating-point tensors", error.Message, StringComparison.Ordinal);
        Assert.Contains("detach, no_grad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inference_mode_is_named_where_it_is_the_reason()
    {
        using var inference = inference_mode();

        var error = Assert.Throws<InvalidOperationException>(() => Grad((Tensor x) => x.sum())(ones(3)));

        Assert.EndsWith("torch.inference_mode() is on, in which there are no gradients: leave it before what is to be differentiated.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_returns_nothing_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => Grad((Tensor x) => null!)(ones(3)));

    [Fact]
    public void What_a_function_throws_comes_through_and_leaves_no_tensors_behind()
    {
        using var scope = NewDisposeScope();
        var x = ones(3);
        Assert.Throws<FormatException>(() => Grad((Tensor x) =>
        {
            _ = x.exp();
            throw new FormatException();
        })(x));
        Assert.Equal(1, scope.DisposablesCount);
    }
}

internal static partial class Distances
{
    [Parametrized]
    public static partial Tensor MeanSquare(Tensor y) => nn.functional.mse_loss(Parameter([4], Initializers.Zeros(), "x"), y);
}
