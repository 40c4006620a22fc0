using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Loops over time that the library knows a shorter way for.</summary>
internal static class FusedScan
{
    /// <summary>Runs the loop in the shorter way, if there is one.</summary>
    /// <returns>Whether there is one; if not, the loop is to run step by step.</returns>
    public static bool TryRun<TCarry, TInputs, TOutput>(
        Module? cell, object? parameters, TCarry carry, TInputs inputs, bool reverse, out (TCarry Carry, TOutput Outputs) result)
    {
        if (cell is Layers.GRUCellModule && parameters is Layers.GRUCellParams kernels && carry is Tensor first && inputs is Tensor steps &&
            GRUSequence.Fits(kernels, first, steps))
        {
            result = ((TCarry, TOutput))(object)GRUSequence.Run(kernels, first, steps, reverse);
            return true;
        }

        if (cell is Layers.LSTMCellModule && parameters is Layers.LSTMCellParams gates && carry is ValueTuple<Tensor, Tensor> both && inputs is Tensor sequence &&
            LSTMSequence.Fits(gates, both, sequence))
        {
            result = ((TCarry, TOutput))(object)LSTMSequence.Run(gates, both, sequence, reverse);
            return true;
        }

        result = default;
        return false;
    }
}
