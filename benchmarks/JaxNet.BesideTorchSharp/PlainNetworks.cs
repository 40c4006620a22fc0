using JaxNet.Benchmarks.Works;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace JaxNet.BesideTorchSharp;

/// <summary>The networks that are timed, as functions of TorchSharp's tensors, and where they start: from the values that JaxNet draws.</summary>
internal static class PlainNetworks
{
    /// <summary>The large network's loss and the small one's.</summary>
    public static Tensor DenseLoss(Parameter[] p, (Tensor Images, Tensor Targets) batch) => -(Dense(p, batch.Images) * batch.Targets).mean();

    public static Tensor Dense(Tensor[] p, Tensor images)
    {
        var hidden = F.relu(F.linear(images, p[0], p[1]));
        hidden = F.relu(F.linear(hidden, p[2], p[3]));
        return F.log_softmax(F.linear(hidden, p[4], p[5]), -1);
    }

    public static Start Large()
    {
        var batch = Batches.OfVectors([128, 784], 10)();
        return new(Dense(Networks.Large().Init(new Key(0), batch.Item1).Sequential), batch);
    }

    public static Start Small()
    {
        var batch = Batches.OfVectors([32, 784], 10)();
        return new(Dense(Networks.Small().Init(new Key(0), batch.Item1).Sequential), batch);
    }

    /// <summary>Of three dense layers: a kernel is kept transposed here.</summary>
    public static Parameter[] Dense(ITree layers) => OfLeaves(layers, (leaf, _) => leaf.dim() == 2 ? leaf.t() : leaf);

    /// <summary>Three layers of JAXnet's GRUs, a dense layer, and the cross entropy of whole sequences.</summary>
    public static Tensor RecurrentLoss(Parameter[] p, (Tensor Sequences, Tensor Targets) batch)
    {
        var x = batch.Sequences.transpose(0, 1);
        for (var layer = 0; layer < 3; layer++)
            x = Recurrent(x, p[3 * layer], p[(3 * layer) + 1], p[(3 * layer) + 2]);

        x = F.log_softmax(F.linear(x, p[9], p[10]), -1).transpose(0, 1);
        return -(x * batch.Targets).sum() / batch.Sequences.shape[0];
    }

    private static Tensor Recurrent(Tensor inputs, Tensor updateKernel, Tensor resetKernel, Tensor computeKernel)
    {
        var carry = zeros(inputs.shape[1], updateKernel.shape[1]);
        var outputs = new List<Tensor>();
        foreach (var step in inputs.unbind(0))
        {
            var both = cat([step, carry], -1);
            var update = sigmoid(mm(both, updateKernel));
            var reset = sigmoid(mm(both, resetKernel));
            var compute = tanh(mm(cat([step, reset * carry], -1), computeKernel));
            carry = update * compute + (1 - update) * carry;
            outputs.Add(carry);
        }

        return stack(outputs);
    }

    public static Start Recurrent()
    {
        var batch = Batches.OfVectors([10, 14, 128], 26)();
        var layers = Networks.Recurrent().Init(new Key(0), batch.Item1).Sequential;
        return new([.. Cell(layers.Rnn0.Cell), .. Cell(layers.Rnn1.Cell), .. Cell(layers.Rnn2.Cell), .. Dense(layers.Dense)], batch);
    }

    private static Parameter[] Cell(Layers.GRUCellParams cell) => [Own(cell.UpdateKernel), Own(cell.ResetKernel), Own(cell.ComputeKernel)];

    /// <summary>The convolutional network's loss.</summary>
    public static Tensor ConvolutionalLoss(Parameter[] p, (Tensor Images, Tensor Targets) batch)
    {
        using var pool = nn.MaxPool2d(2);
        var x = pool.forward(F.relu(F.conv2d(batch.Images, p[0], p[1])));
        x = pool.forward(F.relu(F.conv2d(x, p[2], p[3])));
        x = F.relu(F.linear(x.flatten(1), p[4], p[5]));
        return -(F.log_softmax(F.linear(x, p[6], p[7]), -1) * batch.Targets).mean();
    }

    public static Start Convolutional()
    {
        var (images, targets) = Batches.OfImages(32, 28, 10)();
        var layers = Networks.Convolutional().Init(new Key(0), images).Sequential;

        // Kernels are [height, width, channels, filters] there. The dense layer's inputs are in the order height, width, channels there, and channels, height, width here.
        var convolutions = OfLeaves((layers.Conv0, layers.Conv1), (leaf, _) => leaf.shape[0] == 3 ? leaf.permute(3, 2, 0, 1) : leaf.flatten());
        var dense = OfLeaves((layers.Dense0, layers.Dense1), (leaf, i) => i == 0 ? leaf.t().reshape(-1, 5, 5, 64).permute(0, 3, 1, 2).flatten(1) : leaf.dim() == 2 ? leaf.t() : leaf);
        return new([.. convolutions, .. dense], (images.permute(0, 3, 1, 2).contiguous(), targets));
    }

    private static Parameter[] OfLeaves<T>(T tree, Func<Tensor, int, Tensor> change) => [.. Tree.Leaves(tree).Select((leaf, i) => Own(change(leaf, i)))];

    /// <summary>A parameter with memory of its own.</summary>
    public static Parameter Own(Tensor values) => nn.Parameter(values.detach().contiguous().clone());
}
