using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The loop over time behind <c>Scan</c>.</summary>
internal static class TimeLoop
{
    public static (TCarry Carry, TOutput Outputs) Run<TCarry, TInputs, TOutput>(
        Layer<TCarry, TInputs, (TCarry, TOutput)> step, TCarry carry, TInputs inputs, bool reverse)
    {
        var length = LengthOf(inputs);
        var outputs = new TOutput[length];
        for (var i = 0; i < length; i++)
        {
            var time = reverse ? length - 1 - i : i;
            (carry, outputs[time]) = step(carry, At(inputs, time));
        }

        return (carry, Stack(outputs));
    }

    private static int LengthOf<TInputs>(TInputs inputs)
    {
        var leaves = Tree.NamedLeaves(inputs);
        if (leaves.Count == 0 || leaves.FirstOrDefault(leaf => leaf.Leaf.shape is [] or [0, ..]).Leaf is not null)
            throw new ArgumentException("Scan takes inputs with time on axis 0, at least one step of them, but got " + Describe(leaves) + ".");

        var length = leaves[0].Leaf.size(0);
        return leaves.All(leaf => leaf.Leaf.size(0) == length)
            ? (int)length
            : throw new ArgumentException("Scan takes inputs with time on axis 0, all of the same number of steps, but got " + Describe(leaves) + ".");
    }

    private static string Describe(IReadOnlyList<(string Path, Tensor Leaf)> leaves) => leaves.Count == 0
        ? "none"
        : string.Join(", ", leaves.Select(leaf => $"{leaf.Path} {Shapes.Describe(leaf.Leaf.shape)}".Trim()));

    private static TInputs At<TInputs>(TInputs inputs, int time) =>
        inputs is Tensor tensor ? (TInputs)(object)tensor.select(0, time) : Tree.Map(inputs, leaf => leaf.select(0, time));

    private static TOutput Stack<TOutput>(TOutput[] outputs)
    {
        if (outputs is Tensor[] tensors)
            return (TOutput)(object)stack(tensors);

        var steps = Array.ConvertAll(outputs, output => TreeStack.LeavesOf(output, outputs[0]) switch
        {
            (var leaves, null) => leaves,
            (_, var difference) => throw new ArgumentException($"The outputs of Scan's steps differ in structure. {difference}"),
        });
        return TreeStack.Of(outputs[0], steps, leaves => stack(leaves));
    }
}
