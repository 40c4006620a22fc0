using static TorchSharp.torch;

namespace JaxNet.Tests.Examples;

// What the generator writes as a template's module, as far as gradients and optimizers need it: two dense layers with
// tanh between them, and the mean squared error.
public sealed class NetLoss : Module<NetParams, (Tensor Inputs, Tensor Targets), Tensor>
{
    public override string Name => "NetLoss";

    public override Tensor Run(NetParams parameters, ApplyScope scope, (Tensor Inputs, Tensor Targets) inputs)
    {
        var hidden = (inputs.Inputs.matmul(parameters.Dense0.Kernel) + parameters.Dense0.Bias).tanh();
        var outputs = hidden.matmul(parameters.Dense1.Kernel) + parameters.Dense1.Bias;
        return (outputs - inputs.Targets).square().mean();
    }

    public override Tensor Initialize(Slot<NetParams> slot, InitScope scope, (Tensor Inputs, Tensor Targets) inputs) =>
        throw new NotSupportedException("The tests make the parameters themselves.");
}

// A module that is a function of its parameters alone, for tests that want to say what that is.
public sealed class Loss<TParams>(Func<TParams, Tensor> function) : Module<TParams, ValueTuple, Tensor>
{
    public override string Name => "Loss";

    public override Tensor Run(TParams parameters, ApplyScope scope, ValueTuple inputs) => function(parameters);

    public override Tensor Initialize(Slot<TParams> slot, InitScope scope, ValueTuple inputs) =>
        throw new NotSupportedException("The tests make the parameters themselves.");
}
