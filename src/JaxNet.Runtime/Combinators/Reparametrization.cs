using System.Collections.Immutable;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What <see cref="Layers.Reparametrized{TParams, TReparametrization, TInputs, TOutput}"/> does. The modules of a reparametrization are made anew in each
/// run, as their parameters are told apart by their place; only while the network is initialised does their identity matter.
/// Running state: the network's own, and under <c>reparametrization</c> that of each reparametrization, by the number of its parameter.
/// </summary>
internal sealed class Reparametrization<TParams, TReparametrization, TInputs, TOutput>(
    Module<TParams, TInputs, TOutput> model, Func<Module<TReparametrization, Tensor, Tensor>> reparametrization, Mask? on)
{
    public TOutput Initialize(Slot<ReparametrizedParams<TParams, TReparametrization>> slot, InitScope scope, TInputs inputs)
    {
        var own = new Slot<TParams>();
        scope.Call(model, own, inputs);

        var leaves = Tree.LeavesArray(own.Value);
        var parameters = ImmutableArray.CreateBuilder<TReparametrization>();
        var places = scope.In("reparametrization");
        foreach (var (index, leaf) in SelectedLeaves.Of(own.Value, on))
        {
            var made = new Slot<TReparametrization>();
            leaves[index] = places.In(index).Call(reparametrization(), made, leaf);
            parameters.Add(made.Value);
        }

        slot.Value = new()
        {
            Model = own.Value,
            Reparametrization = new(parameters.Any(made => Tree.LeafCount(made) > 0) ? parameters.ToImmutable() : []),
        };
        return model.Run(Tree.Unflatten(own.Value, leaves), scope.Again(), inputs);
    }

    public TOutput Run(ReparametrizedParams<TParams, TReparametrization> parameters, ApplyScope scope, TInputs inputs)
    {
        var leaves = Tree.LeavesArray(parameters.Model);
        var (place, made) = (0, parameters.Reparametrization);
        var places = scope.In("reparametrization");
        foreach (var (index, leaf) in SelectedLeaves.Of(parameters.Model, on))
            leaves[index] = reparametrization().Run(made.Count > 0 ? made[place++] : default!, places.In(index), leaf);

        return model.Run(Tree.Unflatten(parameters.Model, leaves), scope, inputs);
    }
}
