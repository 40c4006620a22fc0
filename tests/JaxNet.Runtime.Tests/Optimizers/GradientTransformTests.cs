using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>Each transform before plain gradient descent of rate 1, where the step is the transformed gradient; against the formula in numbers.</summary>
public class GradientTransformTests
{
    private static readonly double[] Kernel = [3, -4, 0.5, 12];
    private static readonly double[] Bias = [-2, 1];

    public static TheoryData<string, GradientTransform, Func<double, double, bool, double>> Cases => new()
    {
        // The function has parameter, gradient, and whether it is the kernel. |kernel| = 13.009611..., |bias| = sqrt(5).
        { "value", GradientTransforms.ClipByValue(2.5), (_, g, _) => Math.Min(2.5, Math.Max(-2.5, g)) },
        { "norm", GradientTransforms.ClipByNorm(3), (_, g, isKernel) => isKernel ? g * 3 / Norm(Kernel) : g },
        { "global norm", GradientTransforms.ClipByGlobalNorm(3), (_, g, _) => g * 3 / Norm([.. Kernel, .. Bias]) },
        { "a norm that is short enough", GradientTransforms.ClipByGlobalNorm(14), (_, g, _) => g },
        { "weight decay", GradientTransforms.AddDecayedWeights(0.25), (p, g, _) => g + (0.25 * p) },
        { "scale", GradientTransforms.Scale(-3), (_, g, _) => -3 * g },
        {
            "masked weight decay", GradientTransforms.Masked(!Mask.Path("bias"), GradientTransforms.AddDecayedWeights(0.25)),
            (p, g, isKernel) => isKernel ? g + (0.25 * p) : g
        },
        {
            "masked global norm", GradientTransforms.Masked(Mask.Select((DenseParams p) => p.Bias), GradientTransforms.ClipByGlobalNorm(1)),
            (_, g, isKernel) => isKernel ? g : g / Norm(Bias)
        },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Transforms_follow_their_formula(string name, GradientTransform transform, Func<double, double, bool, double> expected)
    {
        var optimizer = Optimizers.Chain([transform], Optimizers.Sgd(1));
        var parameters = Dense([1, 2, 3, 4], [5, 6]);
        var next = optimizer.GetParameters(optimizer.UpdateFromGradients(Dense(Kernel, Bias), optimizer.Init(parameters)));

        var step = Tree.Map(parameters, next, (old, updated) => old - updated);
        for (var i = 0; i < 4; i++)
            Assert.True(Close(expected(i + 1, Kernel[i], true), step.Kernel.data<double>()[i]), $"{name}: kernel {i} has the step {step.Kernel.data<double>()[i]}");

        for (var i = 0; i < 2; i++)
            Assert.True(Close(expected(i + 5, Bias[i], false), step.Bias.data<double>()[i]), $"{name}: bias {i} has the step {step.Bias.data<double>()[i]}");
    }

    [Fact]
    public void Transforms_apply_in_order()
    {
        var (scale, clip) = (GradientTransforms.Scale(10), GradientTransforms.ClipByValue(1));
        Assert.Equal(1, StepOf(Optimizers.Chain([scale, clip], Optimizers.Sgd(1))));
        Assert.Equal(5, StepOf(Optimizers.Chain([clip, scale], Optimizers.Sgd(1))));
        Assert.Equal(1, StepOf(Optimizers.Chain([scale], Optimizers.Chain([clip], Optimizers.Sgd(1)))));
        Assert.Equal(0.5, StepOf(Optimizers.Chain([], Optimizers.Sgd(1))));

        static double StepOf(Optimizer optimizer) =>
            -optimizer.GetParameters(optimizer.UpdateFromGradients(tensor(0.5), optimizer.Init(tensor(0.0)))).item<double>();
    }

    [Fact]
    public void Weight_decay_before_gradient_descent_is_the_penalty_in_the_loss()
    {
        var batch = (Nets.Wave([5, 3], 1), Nets.Wave([5, 2], 2));
        var decayed = Optimizers.Chain([GradientTransforms.AddDecayedWeights(0.3)], Optimizers.Sgd(0.1));
        var (net, start) = (new NetLoss(), Nets.Net());
        var penalised = new Loss<NetParams>(p => net.Run(p, null!, batch) + Tree.Leaves(p).Select(leaf => 0.15 * leaf.square().sum()).Aggregate((a, b) => a + b));

        var (state, plain) = (decayed.Init(start), Optimizers.Sgd(0.1).Init(start));
        for (var i = 0; i < 5; i++)
        {
            state = decayed.Update(net, state, batch);
            plain = Optimizers.Sgd(0.1).Update(penalised, plain, default);
        }

        Assert.All(Tree.Zip(state.Parameters, plain.Parameters), pair => Assert.True(pair.First.allclose(pair.Second, rtol: 1e-5, atol: 1e-6)));
    }

    [Fact]
    public void A_gradient_that_is_not_finite_stays_visible()
    {
        var optimizer = Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(1)], Optimizers.Sgd(1));
        var next = optimizer.UpdateFromGradients(tensor(double.NaN), optimizer.Init(tensor(1.0)));
        Assert.True(double.IsNaN(next.Parameters.item<double>()));
    }

    [Fact]
    public void Gradients_of_16_bits_do_not_overflow_in_a_norm()
    {
        var optimizer = Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(1)], Optimizers.Sgd(1));
        var gradient = tensor(new float[] { 300, 400 }).type(ScalarType.Float16);
        var next = optimizer.UpdateFromGradients(gradient, optimizer.Init(zeros(2, dtype: ScalarType.Float16)));
        Assert.Equal([-0.6f, -0.8f], next.Parameters.type(ScalarType.Float32).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void An_optimizer_prints_what_it_is_chained_of() => Assert.Equal(
        "Chain([ClipByGlobalNorm(1.5), Masked(!\"**.bias\", AddDecayedWeights(0.01))], Sgd(learningRate: 0.1))",
        Optimizers.Chain(
            [GradientTransforms.ClipByGlobalNorm(1.5), GradientTransforms.Masked(!Mask.Path("**.bias"), GradientTransforms.AddDecayedWeights(0.01))],
            Optimizers.Sgd(0.1)).ToString());

    private static DenseParams Dense(double[] kernel, double[] bias) => new() { Kernel = tensor(kernel).reshape(2, 2), Bias = tensor(bias) };

    private static double Norm(double[] numbers) => Math.Sqrt(numbers.Sum(number => number * number));

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Abs(expected));
}
