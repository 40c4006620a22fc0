using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// An LSTM over a sequence, forward and back. Back through time the gradient by the kernels is one product over all steps, where autograd
/// would add up four for each step.
/// </summary>
internal sealed class LSTMPass
{
    private readonly long _time, _n, _channels, _size;
    private readonly bool _reverse;

    /// <param name="inputs">The inputs' shape: [time, n, channels].</param>
    /// <param name="size">How many numbers the cell holds.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    public LSTMPass(long[] inputs, long size, bool reverse) =>
        (_time, _n, _channels, _size, _reverse) = (inputs[0], inputs[1], inputs[2], size, reverse);

    /// <param name="carry">Cell and hidden state, each of shape [n, size].</param>
    /// <param name="inputs">Shape [time, n, channels].</param>
    /// <param name="kernels">Those of the update, forget and output gates and of the new value, each of shape [channels + size, size].</param>
    /// <param name="biases">The same, of shape [size].</param>
    public ((Tensor Cell, Tensor Hidden) Carry, Tensor Outputs) Run((Tensor Cell, Tensor Hidden) carry, Tensor inputs, Tensor[] kernels, Tensor[] biases)
    {
        Tensor outputs, cell, hidden;
        Tensor[] saved;
        using (var temporaries = NewDisposeScope())
        using (no_grad())
        {
            var (ofInput, ofCarry) = RecurrentKernels.Halves(cat(kernels, 1), _channels);
            var steps = inputs.reshape(_time * _n, _channels);
            var gates = addmm(cat(biases), steps, ofInput, 1, 1).reshape(_time, _n, 4 * _size);

            // What each step begins with, and what its output gate lets through.
            var cells = inputs.new_empty([_time + 1, _n, _size]);
            var hiddens = inputs.new_empty([_time + 1, _n, _size]);
            var shown = inputs.new_empty([_time, _n, _size]);
            var (gate, before, output, show) = (gates.unbind(0), cells.unbind(0), hiddens.unbind(0), shown.unbind(0));
            var (gated, value) = (gates.narrow(2, 0, 3 * _size).unbind(0), gates.narrow(2, 3 * _size, _size).unbind(0));
            before[0].copy_(carry.Cell);
            output[0].copy_(carry.Hidden);
            for (var i = 0; i < _time; i++)
            {
                var now = Now(i);
                gate[now].addmm_(output[i], ofCarry);
                gated[now].sigmoid_();
                value[now].tanh_();
                LSTMElements.Keep(gate[now], before[i], before[i + 1]);
                show[i].copy_(before[i + 1]).tanh_();
                LSTMElements.Show(gate[now], show[i], output[i + 1]);
            }

            outputs = hiddens.narrow(0, 1, _time);
            outputs = _reverse ? outputs.flip(0) : outputs.clone();
            (cell, hidden) = (before[_time].clone(), output[_time].clone());
            saved = [steps, gates, cells, hiddens, shown];
            temporaries.MoveToOuter(outputs, cell, hidden);
            temporaries.MoveToOuter(saved);
        }

        var results = Tape.Enter(
            nameof(Layers.LSTMCell), [carry.Cell, carry.Hidden, inputs, .. kernels, .. biases], [cell, hidden, outputs], saved, (entry, by) => Gradient(entry, by[0], by[1], by[2]));

        return ((results[0], results[1]), results[2]);
    }

    private Tensor?[] Gradient(TapeEntry entry, Tensor? byLastCell, Tensor? byLastHidden, Tensor? byOutputs)
    {
        var (steps, gates, cells, hiddens, shown) = (entry.Saved[0], entry.Saved[1], entry.Saved[2], entry.Saved[3], entry.Saved[4]);
        var (ofInput, ofCarry) = RecurrentKernels.Halves(cat(entry.Inputs[3..7], 1), _channels);
        var ofCarryT = ofCarry.t();

        var byCell = RecurrentKernels.OwnGradient(byLastCell, entry.Inputs[0]);
        var byHidden = RecurrentKernels.OwnGradient(byLastHidden, entry.Inputs[1]);
        var byEach = byOutputs is null ? null : byOutputs.contiguous().unbind(0);
        var byGates = empty_like(gates);
        var (gate, before, show, byGate) = (gates.unbind(0), cells.unbind(0), shown.unbind(0), byGates.unbind(0));
        for (var i = _time - 1; i >= 0; i--)
        {
            var now = Now(i);
            if (byEach is not null)
                byHidden.PlusInPlace(byEach[now]);

            LSTMElements.Back(gate[now], before[i], show[i], byHidden, byCell, byGate[now]);
            byHidden.addmm_(byGate[now], ofCarryT, 0, 1);
        }

        // The kernels' rows are those of the inputs, and then those of the carry. The gates are in the order of the inputs, the hidden states in that of time.
        var flat = byGates.reshape(_time * _n, 4 * _size);
        var started = hiddens.narrow(0, 0, _time);
        started = (_reverse ? started.flip(0) : started).reshape(_time * _n, _size);
        var byKernels = cat([steps, started], 1).t().mm(flat).chunk(4, 1);
        var byBiases = flat.sum([0L]).chunk(4, 0);
        var byInputs = entry.Inputs[2].requires_grad ? flat.mm(ofInput.t()).reshape(_time, _n, _channels) : null;
        return [byCell, byHidden, byInputs, .. byKernels, .. byBiases];
    }

    private long Now(long i) => _reverse ? _time - 1 - i : i;
}
