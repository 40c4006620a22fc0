using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A GRU over a sequence, forward and back, with products into memory that is there already and everything else in between.
/// Back through time the gradient by a kernel is one product over all steps, where autograd would add up one for each step.
/// </summary>
internal sealed class GRUPass
{
    private readonly long _time, _n, _channels, _size;
    private readonly bool _reverse;

    /// <param name="inputs">The inputs' shape: [time, n, channels].</param>
    /// <param name="size">How many numbers the carry has.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    public GRUPass(long[] inputs, long size, bool reverse) =>
        (_time, _n, _channels, _size, _reverse) = (inputs[0], inputs[1], inputs[2], size, reverse);

    public (Tensor Carry, Tensor Outputs) Run(Tensor carry, Tensor inputs, Tensor updateKernel, Tensor resetKernel, Tensor computeKernel)
    {
        Tensor outputs, last;
        Tensor[] saved;
        using (var temporaries = NewDisposeScope())
        using (no_grad())
        {
            var (gatesOfInput, gatesOfCarry) = RecurrentKernels.Halves(cat([updateKernel, resetKernel], 1), _channels);
            var (computeOfInput, computeOfCarry) = RecurrentKernels.Halves(computeKernel, _channels);
            var steps = inputs.reshape(_time * _n, _channels);
            var gates = steps.mm(gatesOfInput).reshape(_time, _n, 2 * _size);
            var computes = steps.mm(computeOfInput).reshape(_time, _n, _size);

            // What each step begins with, and the carry that the reset gate lets through.
            var carries = carry.new_empty([_time + 1, _n, _size]);
            var passed = carry.new_empty([_time, _n, _size]);
            var (gate, compute, before, pass) = (gates.unbind(0), computes.unbind(0), carries.unbind(0), passed.unbind(0));
            before[0].copy_(carry);
            for (var i = 0; i < _time; i++)
            {
                var now = Now(i);
                gate[now].addmm_(before[i], gatesOfCarry).sigmoid_();
                GRUElements.PassCarry(gate[now], before[i], pass[i]);
                compute[now].addmm_(pass[i], computeOfCarry).tanh_();
                GRUElements.Mix(gate[now], compute[now], before[i], before[i + 1]);
            }

            outputs = carries.narrow(0, 1, _time);
            outputs = _reverse ? outputs.flip(0) : outputs.clone();
            last = before[_time].clone();
            saved = [steps, gates, computes, carries, passed];
            temporaries.MoveToOuter(outputs);
            temporaries.MoveToOuter(last);
            temporaries.MoveToOuter(saved);
        }

        var results = Tape.Enter(
            nameof(Layers.GRUCell), [carry, inputs, updateKernel, resetKernel, computeKernel], [last, outputs], saved, (entry, byOutputs) => Gradient(entry, byOutputs[0], byOutputs[1]));

        return (results[0], results[1]);
    }

    private Tensor?[] Gradient(TapeEntry entry, Tensor? byLast, Tensor? byOutputs)
    {
        var (updateKernel, resetKernel, computeKernel) = (entry.Inputs[2], entry.Inputs[3], entry.Inputs[4]);
        var (steps, gates, computes, carries, passed) = (entry.Saved[0], entry.Saved[1], entry.Saved[2], entry.Saved[3], entry.Saved[4]);
        var (gatesOfInput, gatesOfCarry) = RecurrentKernels.Halves(cat([updateKernel, resetKernel], 1), _channels);
        var (computeOfInput, computeOfCarry) = RecurrentKernels.Halves(computeKernel, _channels);
        var (gatesOfCarryT, computeOfCarryT) = (gatesOfCarry.t(), computeOfCarry.t());

        var byCarry = RecurrentKernels.OwnGradient(byLast, entry.Inputs[0]);
        var byEach = byOutputs is null ? null : byOutputs.contiguous().unbind(0);
        var (byGates, byComputes) = (empty_like(gates), empty_like(computes));
        var byPassed = gates.new_empty([_n, _size]);
        var (gate, compute, before) = (gates.unbind(0), computes.unbind(0), carries.unbind(0));
        var (byGate, byCompute) = (byGates.unbind(0), byComputes.unbind(0));
        for (var i = _time - 1; i >= 0; i--)
        {
            var now = Now(i);
            if (byEach is not null)
                byCarry.PlusInPlace(byEach[now]);

            GRUElements.MixBack(gate[now], compute[now], before[i], byCarry, byGate[now], byCompute[now]);
            byPassed.addmm_(byCompute[now], computeOfCarryT, 0, 1);
            GRUElements.PassCarryBack(gate[now], before[i], byPassed, byCarry, byGate[now]);
            byCarry.addmm_(byGate[now], gatesOfCarryT);
        }

        // The kernels' rows are those of the inputs, and then those of the carry. The gates are in the order of the inputs, the carries in that of time.
        var flatGates = byGates.reshape(_time * _n, 2 * _size);
        var flatComputes = byComputes.reshape(_time * _n, _size);
        var started = InOrderOfInputs(carries.narrow(0, 0, _time)).reshape(_time * _n, _size);
        var let = InOrderOfInputs(passed).reshape(_time * _n, _size);
        var byGatesKernel = cat([steps, started], 1).t().mm(flatGates);
        var byComputeKernel = cat([steps, let], 1).t().mm(flatComputes);
        var byInputs = entry.Inputs[1].requires_grad
            ? flatGates.mm(gatesOfInput.t()).addmm_(flatComputes, computeOfInput.t()).reshape(_time, _n, _channels)
            : null;
        return [byCarry, byInputs, byGatesKernel.narrow(1, 0, _size), byGatesKernel.narrow(1, _size, _size), byComputeKernel];
    }

    private long Now(long i) => _reverse ? _time - 1 - i : i;

    private Tensor InOrderOfInputs(Tensor inOrderOfTime) => _reverse ? inOrderOfTime.flip(0) : inOrderOfTime;
}
