using JaxNet.Tests.Examples;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>Memory stays flat through what stands around optimizers and modules: see <see cref="MemoryBudgetTests"/>.</summary>
[Collection(RunsAlone.Name)]
public class WrappedMemoryTests
{
    private const long Million = 1 << 20;

    [Fact]
    public void Chained_updates_stay_flat()
    {
        var optimizer = Optimizers.ApplyIfFinite(Optimizers.MultiSteps(Optimizers.Ema(Optimizers.Chain(
            [GradientTransforms.ClipByGlobalNorm(1), GradientTransforms.AddDecayedWeights(0.1)], Optimizers.Momentum())), every: 2));
        var gradients = ones(Million / 8);
        var state = optimizer.Init(zeros(Million / 8));
        MemoryBudgetTests.AssertFlat(times: 600, () => state = optimizer.UpdateFromGradients(gradients, state));
    }

    [Fact]
    public void Modules_around_modules_stay_flat()
    {
        var module = Batched(new Square(), axis: -1);
        var loss = L2Regularized(Reparametrized(new Sum(module), parameter => parameter * 2), 0.1);
        var parameters = loss.Init(new Key(0), ones(3, 2));
        MemoryBudgetTests.AssertFlat(times: 150, () => loss.Grad(parameters, ones(3, 2)));
        MemoryBudgetTests.AssertFlat(times: 400, () => loss.Init(new Key(0), ones(3, 2), reuse: [("model.model", parameters.Model.Model)]));
    }

    private sealed class Square : Module<Tensor, Tensor, Tensor>
    {
        public override string Name => "Square";

        public override Tensor Initialize(Slot<Tensor> slot, InitScope scope, Tensor inputs)
        {
            slot.Value = scope.Parameter("Square", _ => zeros(Million / 4));
            return Run(slot.Value, scope, inputs);
        }

        public override Tensor Run(Tensor parameters, ApplyScope scope, Tensor inputs) => parameters.square().mean() + inputs.sum();
    }

    private sealed class Sum(Module<Tensor, Tensor, Tensor> module) : Module<Tensor, Tensor, Tensor>
    {
        public override string Name => "Sum";

        public override Tensor Initialize(Slot<Tensor> slot, InitScope scope, Tensor inputs) => scope.Call(module, slot, inputs).sum();

        public override Tensor Run(Tensor parameters, ApplyScope scope, Tensor inputs) => module.Run(parameters, scope, inputs).sum();
    }
}
