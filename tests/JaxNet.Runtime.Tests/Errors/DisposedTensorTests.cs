using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Errors;

/// <summary>Who disposed what a network needs, as a dispose scope around its making does, is told so and what to do.</summary>
public sealed partial class DisposedTensorTests
{
    [Parametrized]
    private static partial Tensor Loss(Tensor x) => Sequential(x, Dense(3), Relu).mean();

    private static Tensor Batch => ones(2, 4);

    [Fact]
    public void Inputs()
    {
        var parameters = Loss().Init(new Key(0), Batch);
        var state = Optimizers.Adam().Init(parameters);
        var disposed = Disposed(ones(2, 4));

        Check(() => Loss().Init(new Key(0), disposed));
        Check(() => Loss().Apply(parameters, disposed));
        Check(() => Loss().Grad(parameters, disposed));
        Check(() => Optimizers.Adam().Update(Loss(), state, disposed));
    }

    [Fact]
    public void Parameters()
    {
        LossParams parameters;
        using (NewDisposeScope())
            parameters = Loss().Init(new Key(0), Batch);

        var message = Check(() => Loss().Apply(parameters, Batch));
        Assert.Contains("\n  DisposedTensorTests.Loss  inputs [2, 4]", message);
        Check(() => Loss().Grad(parameters, Batch));
        Check(() => Optimizers.Adam().Init(parameters));
    }

    [Fact]
    public void Gradients()
    {
        LossParams gradients;
        var parameters = Loss().Init(new Key(0), Batch);
        var state = Optimizers.Adam().Init(parameters);
        using (NewDisposeScope())
            gradients = Loss().Grad(parameters, Batch);

        Check(() => Optimizers.Adam().UpdateFromGradients(gradients, state));
        Check(() => Optimizers.Adam().StepFromGradients(ref state, gradients));
    }

    [Fact]
    public void States()
    {
        OptimizerState<LossParams> state;
        using (NewDisposeScope())
            state = Optimizers.Adam().Init(Loss().Init(new Key(0), Batch));

        Check(() => Optimizers.Adam().Update(Loss(), state, Batch));
        Check(() => Optimizers.Adam().Step(ref state, Loss(), Batch));
        Check(() => Optimizers.Adam().UpdateAndGetLoss(Loss(), state, Batch));
        Check(() => Optimizers.Adam().UpdateFromGradients(Loss().Init(new Key(0), Batch), state));
    }

    [Fact]
    public void Trees()
    {
        var tree = (ones(3), Disposed(ones(3)));

        Check(() => Tree.Map(tree, leaf => leaf + 1));
        Check(() => Tree.Map(tree, tree, (first, second) => first + second));
        Check(() => Tree.Count(tree));
        Check(() => Checkpoint.Save(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), tree));
    }

    [Fact]
    public void What_the_message_says_to_do_helps()
    {
        LossParams parameters;
        using (NewDisposeScope())
            parameters = Tree.Map(Loss().Init(new Key(0), Batch), leaf => leaf.MoveToOuterDisposeScope());

        Assert.Empty(Loss().Apply(parameters, Batch).shape);
    }

    [Fact]
    public void Other_errors_stay_as_they_are()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Tree.Map(ones(3), leaf => throw new InvalidOperationException("No.")));

        Assert.Equal("No.", error.Message);
    }

    private static Tensor Disposed(Tensor tensor)
    {
        tensor.Dispose();
        return tensor;
    }

    private static string Check(Action call)
    {
        var message = Assert.Throws<InvalidOperationException>(call).Message;
        Assert.StartsWith("Tensor invalid -- empty handle. A tensor that is needed here ", message);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(message, "has been disposed"));
        Assert.Contains("MoveToOuterDisposeScope", message);
        return message;
    }
}
