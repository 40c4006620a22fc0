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
        Module? last = null;
        foreach (var (index, leaf) in SelectedLeaves.Of(own.Value, on))
        {
            var made = new Slot<TReparametrization>();
            var module = reparametrization();
            leaves[index] = places.In(index).Call(module, made, leaf);
            if (!leaves[index].HasShapeOf(leaf))
                throw AnotherShape(module, isShared: ReferenceEquals(module, last), own.Value, leaf, leaves[index]);

            parameters.Add(made.Value);
            last = module;
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

    // The network would say that it wants another shape, and nothing of what made it.
    private static InvalidOperationException AnotherShape(Module module, bool isShared, TParams parameters, Tensor leaf, Tensor made)
    {
        var path = TreePaths.Of(parameters).First(found => ReferenceEquals(found.Leaf, leaf)).Path;
        return new(
            $"{module.Name} made a tensor of shape {Shapes.Describe(made.shape)} of the parameter {TreePaths.Readable(path)}, which has the shape {Shapes.Describe(leaf.shape)}. A reparametrization keeps the shape. " +
            (isShared ? $"All parameters share this one {module.Name}: for one each, write () => new {module.Name}Module(). " : "") +
            "What it is not meant for is left out by on, as in on: Mask.Path(\"**.kernel\").");
    }
}
