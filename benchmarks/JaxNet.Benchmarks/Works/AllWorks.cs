namespace JaxNet.Benchmarks.Works;

/// <summary>The rows of the table.</summary>
internal static class AllWorks
{
    private const double LargeParameters = (784 * 1024) + 1024 + (1024 * 1024) + 1024 + (1024 * 10) + 10;
    private const double SmallParameters = (784 * 64) + 64 + (64 * 64) + 64 + (64 * 10) + 10;
    private const double ConvParameters = (9 * 32) + 32 + (9 * 32 * 64) + 64 + (1600 * 128) + 128 + (128 * 10) + 10;

    public static IReadOnlyList<Work> Create() =>
    [
        new Training<Networks.ImageLossParams<Networks.LargeParams>>(
            "dense-momentum", "train step, 784-1024-1024-10, batch 128, Momentum", 0.55,
            Cost.Dense(128, 784, 1024, 1024, 10) + Cost.Update(LargeParameters, slots: 1),
            Networks.ImageLoss(Networks.Large()), Optimizers.Momentum(0.01), Batches.OfVectors([128, 784], 10)),
        new Training<Networks.ImageLossParams<Networks.LargeParams>>(
            "dense-adam", "the same with Adam", 0.55,
            Cost.Dense(128, 784, 1024, 1024, 10) + Cost.Update(LargeParameters, slots: 2),
            Networks.ImageLoss(Networks.Large()), Optimizers.Adam(1e-3), Batches.OfVectors([128, 784], 10)),
        new Training<Networks.ImageLossParams<Networks.SmallParams>>(
            "small-momentum", "train step, 784-64-64-10, batch 32, Momentum", 0.35,
            Cost.Dense(32, 784, 64, 64, 10) + Cost.Update(SmallParameters, slots: 1),
            Networks.ImageLoss(Networks.Small()), Optimizers.Momentum(0.01), Batches.OfVectors([32, 784], 10)),
        new Training<Networks.SequenceLossParams<Networks.RecurrentParams>>(
            "gru-rmsprop", "train step, 3 GRUs of 200, 14 steps, batch 10, RmsProp", 0.4,
            RecurrentCost(),
            Networks.SequenceLoss(Networks.Recurrent()), Optimizers.RmsProp(1e-3, eps: 1e-30), Batches.OfVectors([10, 14, 128], 26)),
        new Training<Networks.ImageLossParams<Networks.ConvolutionalParams>>(
            "conv-adam", "train step, conv 32-64, pool, dense, batch 32, Adam", 0.85,
            ConvolutionalCost(),
            Networks.ImageLoss(Networks.Convolutional()), Optimizers.Adam(1e-3), Batches.OfImages(32, 28, 10)),
        new UpdateAlone("adam-update", "Adam update alone, 10 M parameters", 0.25, slots: 2, Optimizers.Adam(1e-3)),
        new UpdateAlone("momentum-update", "Momentum update alone, 10 M parameters", 0.9, slots: 1, Optimizers.Momentum(0.01)),
        new Normals(),
        new Inference(),
        new Initialization(),
    ];

    // Forward, by the kernels and by the inputs; the first layer's inputs are data.
    private static Cost RecurrentCost()
    {
        const double rows = 14 * 10;
        double[] inputs = [128, 200, 200];
        var flops = inputs.Sum(size => 3 * Cost.Product(rows, size + 200, 3 * 200).Flops) - Cost.Product(rows, 128, 3 * 200).Flops;
        var parameters = inputs.Sum(size => (size + 200) * 3 * 200) + (200 * 26) + 26;
        return new Cost(flops + (3 * Cost.Product(rows, 200, 26).Flops), 0) + Cost.Update(parameters, slots: 1);
    }

    // As products of the windows, 9 · channels wide, with the kernels.
    private static Cost ConvolutionalCost() =>
        new Cost((2 * Cost.Product(32 * 26 * 26, 9, 32).Flops) + (3 * Cost.Product(32 * 11 * 11, 9 * 32, 64).Flops), 0) +
        Cost.Dense(32, 1600, 128, 10) + Cost.Product(32, 1600, 128) + Cost.Update(ConvParameters, slots: 2);
}
