using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="Layers.Regularized"/>.</summary>
internal sealed class RegularizedModule<TParams, TInputs>(Module<TParams, TInputs, Tensor> loss, Func<Tensor, Tensor> regularizer, Mask? on)
    : Module<RegularizedParams<TParams>, TInputs, Tensor>
{
    public override string Name => "Regularized";

    public override Tensor Initialize(Slot<RegularizedParams<TParams>> slot, InitScope scope, TInputs inputs)
    {
        var model = new Slot<TParams>();
        var value = scope.Call(loss, model, inputs);
        slot.Value = new() { Model = model.Value };
        return value.Plus(Penalty(model.Value));
    }

    public override Tensor Run(RegularizedParams<TParams> parameters, ApplyScope scope, TInputs inputs) =>
        loss.Run(parameters.Model, scope, inputs).Plus(Penalty(parameters.Model));

    public override void CollectShared(object? parameters, SharedModules found) =>
        found.Add(loss, ((RegularizedParams<TParams>)parameters!).Model);

    private Tensor Penalty(TParams parameters) => SelectedLeaves.Of(parameters, on)
        .Select(leaf => regularizer(Real(leaf.Tensor)).sum())
        .Aggregate(tensor(0f), (sum, next) => sum.Plus(next));

    // As optimizers see it: the penalty, and so the loss, is a real number.
    private static Tensor Real(Tensor parameter) => parameter.is_complex() ? parameter.resolve_conj().view_as_real() : parameter;
}
