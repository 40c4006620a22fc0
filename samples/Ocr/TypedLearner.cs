using JaxNet.Samples.Ocr.Networks;
using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr;

/// <summary>A learner that knows the type of its network's parameters.</summary>
internal sealed class TypedLearner<TParams> : Learner
    where TParams : Params
{
    private const int EvaluationBatchSize = 200;

    private readonly LayerModule<TParams> network;
    private readonly Module<Reading.LossParams<TParams>, (Tensor, Tensor), Tensor> loss;
    private readonly Optimizer optimizer;
    private readonly Device device;
    private OptimizerState<Reading.LossParams<TParams>> state;

    public TypedLearner(LayerModule<TParams> network, Schedule learningRate, Key key, (Tensor Inputs, Tensor Targets) example)
    {
        (this.network, loss, optimizer, device) = (network, Reading.Loss(network), Optimizers.RmsProp(learningRate), example.Inputs.device);
        state = optimizer.Init(loss.Init(key, example));
    }

    public override float Step((Tensor Inputs, Tensor Targets) batch)
    {
        (state, var value) = optimizer.UpdateAndGetLoss(loss, state, batch);
        return value.item<float>();
    }

    public override byte[] Read(Sequences sequences)
    {
        var parameters = optimizer.GetParameters(state);
        var read = new List<byte>();
        foreach (var (inputs, _) in sequences.InOrder(EvaluationBatchSize, device))
            read.AddRange(network.ApplyFrom((loss, parameters), inputs).argmax(-1).cpu().data<long>().Select(index => (byte)index));
        return [.. read];
    }
}
