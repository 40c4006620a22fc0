using TorchSharp;

namespace JaxNet;

/// <summary>A cell over time, outside of templates.</summary>
public static class ModuleScan
{
    /// <summary>Applies a cell to each step of a sequence; within templates it is <see cref="Primitives"/>' <c>Scan</c>.</summary>
    /// <typeparam name="TParams">The cell's parameters.</typeparam>
    /// <typeparam name="TCarry">The carry: a tensor or a tree.</typeparam>
    /// <typeparam name="TInputs">The inputs: a tensor or a tree of tensors, all with time on axis 0.</typeparam>
    /// <typeparam name="TOutput">The output of a step: a tensor or a tree.</typeparam>
    /// <param name="cell">Goes from a carry and the inputs of one step to the next carry and an output.</param>
    /// <param name="parameters">The cell's parameters.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first; the outputs stand where their inputs do.</param>
    /// <param name="key">The start of the chain of random keys, from which each step has its own; needed by cells that draw random numbers.</param>
    /// <param name="mode">What the cell is applied for.</param>
    /// <returns>The carry behind the last step, and the outputs of all steps, with time on axis 0.</returns>
    /// <exception cref="ArgumentException">The inputs have no steps, or not all the same number of them.</exception>
    public static (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        this Module<TParams, (TCarry, TInputs), (TCarry, TOutput)> cell,
        TParams parameters,
        TCarry carry,
        TInputs inputs,
        bool reverse = false,
        Key? key = null,
        Mode mode = Mode.Train)
        where TParams : Params
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(carry);
        MemoryBudget.CountInputs(inputs);
        using var temporaries = torch.NewDisposeScope();
        var result = new ApplyScope(parameters, InputDevice.Draws(key, inputs), mode).Scan(parameters, cell, carry, inputs, reverse);
        result = (Tree.TakeOut(temporaries, result.Carry), Tree.TakeOut(temporaries, result.Outputs));
        MemoryBudget.Count(result);
        GC.KeepAlive(parameters);
        GC.KeepAlive(carry);
        GC.KeepAlive(inputs);
        return result;
    }
}
