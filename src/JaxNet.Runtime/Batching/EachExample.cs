using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The examples of a batch, at once or one after the other, and their outputs as a batch again.</summary>
/// <param name="name">Whose examples they are, for error messages.</param>
/// <param name="axis">Their axis in the inputs.</param>
/// <param name="outAxis">Their axis in the output.</param>
internal sealed class EachExample(string name, long axis, long outAxis)
{
    /// <summary>A function of one example, applied to each.</summary>
    /// <param name="batch">The inputs of all examples.</param>
    /// <param name="function">The function.</param>
    /// <param name="isFirst">Whether it is the function's first call, which initialises and so has to be the one of a single example.</param>
    public TOutput Over<TInputs, TOutput>(TInputs batch, Func<TInputs, TOutput> function, bool isFirst = false)
    {
        var count = CountOf(batch);
        var outputs = new TOutput[count];
        if (isFirst)
            outputs[0] = function(ExampleOf(batch, 0));

        if (TryAllAtOnce(batch, count, function) is (true, var output))
            return output!;

        for (long i = isFirst ? 1 : 0; i < count; i++)
            outputs[i] = function(ExampleOf(batch, i));

        return Stacked(outputs);
    }

    private TInputs ExampleOf<TInputs>(TInputs batch, long index) => Tree.Map<TInputs>(batch, leaf => leaf.select(axis, index));

    /// <summary>The outputs of all examples, unless an operation needs them one by one. An error that is the body's own comes again for an example, which it is about.</summary>
    private (bool, TOutput?) TryAllAtOnce<TInputs, TOutput>(TInputs batch, long count, Func<TInputs, TOutput> function)
    {
        if (!BatchAxis.IsAvailable)
            return default;

        using var temporaries = NewDisposeScope();
        try
        {
            var output = BatchAxis.Over(batch, axis, count, outAxis, function);
            Tree.MoveToOuter(temporaries, output);
            return (true, output);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return default;
        }
    }

    private long CountOf<TInputs>(TInputs batch)
    {
        var leaves = Tree.NamedLeaves(batch);
        if (leaves.Count == 0)
            throw new ArgumentException($"Batched {name} has no inputs, and so no examples.");

        foreach (var (path, leaf) in leaves)
        {
            if (axis >= leaf.dim() || axis < -leaf.dim())
                throw Refused(path, leaf, $"which has no axis {axis} for the examples");

            if (SizeOf(leaf) == 0)
                throw Refused(path, leaf, $"and so no examples on axis {axis}: an output's shape is known only from an example");

            if (SizeOf(leaf) != SizeOf(leaves[0].Leaf))
                throw Refused(path, leaf, $"and so {SizeOf(leaf)} examples on axis {axis}, where {TreePaths.Readable(leaves[0].Path)} has {SizeOf(leaves[0].Leaf)}");
        }

        return SizeOf(leaves[0].Leaf);
    }

    private long SizeOf(Tensor leaf) => leaf.size((int)axis);

    private TOutput Stacked<TOutput>(TOutput[] outputs)
    {
        var leaves = new Tensor[outputs.Length][];
        for (var i = 0; i < leaves.Length; i++)
        {
            (leaves[i], var difference) = TreeStack.LeavesOf(outputs[i], outputs[0]);
            if (difference is not null)
                throw new ArgumentException($"Batched {name} has for the example {i} an output of another structure than for the example 0. {difference}");

            if (!leaves[i].Zip(leaves[0]).All(pair => pair.First.HasShapeOf(pair.Second)))
            {
                throw new ArgumentException(
                    $"Batched {name} has for the example 0 an output of {Describe(leaves[0])}, but for the example {i} one of {Describe(leaves[i])}. " +
                    "Outputs of one shape are needed to make a batch of them.");
            }
        }

        return TreeStack.Of(outputs[0], leaves, examples => stack(examples, outAxis));
    }

    private ArgumentException Refused(string path, Tensor leaf, string why) =>
        new($"Batched {name} got inputs of which {TreePaths.Readable(path)} has the shape {Shapes.Describe(leaf.shape)}, {why}.");

    private static string Describe(Tensor[] leaves) =>
        leaves.Length == 1 ? $"the shape {Shapes.Describe(leaves[0].shape)}" : $"the shapes {string.Join(", ", leaves.Select(leaf => Shapes.Describe(leaf.shape)))}";
}
