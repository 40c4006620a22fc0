using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>What has to come out the same on another device as on the processor.</summary>
internal static class SameNumbers
{
    public static readonly (Tensor, Tensor) ImageBatch = (new Key(1).Normal([16, 8, 8, 1]), new Key(2).Uniform([16, 3]).softmax(-1));
    public static readonly (Tensor, Tensor) SequenceBatch = (new Key(3).Normal([16, 7, 5]), new Key(4).Uniform([16, 3]).softmax(-1));

    public static void Drawn(Device device, Func<Key, Tensor> draw)
    {
        var there = draw(new Key(7).On(device));
        Assert.Equal(device.type, there.device_type);
        Assert.True(there.cpu().equal(draw(new Key(7))).all().item<bool>());
    }

    public static void Initialized(Device device)
    {
        var (here, there) = (DeviceNets.Images().Init(new Key(0), ImageBatch.Item1), DeviceNets.Images().Init(new Key(0), Tree.To(ImageBatch.Item1, device)));
        Places.AllOn(device, there);
        Equal(here, Tree.To(there, CPU));
    }

    public static void Stored(Device device)
    {
        var path = Path.GetTempFileName();
        try
        {
            var optimizer = Optimizers.Adam();
            var state = optimizer.Init(DeviceNets.Images().Init(new Key(0), ImageBatch.Item1));
            var there = Tree.To(state, device);
            Checkpoint.Save(path, there);
            var back = Checkpoint.Load(path, like: state);
            Places.AllOn(CPU, optimizer.GetParameters(back));
            Equal(state, back);
            back = Checkpoint.Load(path, like: there);
            Places.AllOn(device, optimizer.GetParameters(back));
            Equal(state, Tree.To(back, CPU));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Five steps, after which rounding has not gone far yet. Convolutions on GPUs may round their factors to 10 bits (TF32).
    public static void Learned<TParams>(Device device, LayerModule<TParams> network, (Tensor, Tensor) batch, Optimizer optimizer, double tolerance = 1e-3)
        where TParams : Params
    {
        var (here, there) = (Losses(network, batch, optimizer), Losses(network, Tree.To(batch, device), optimizer));
        Assert.All(here.Zip(there), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        Assert.NotEqual(here[0], here[^1]);
    }

    private static double[] Losses<TParams>(LayerModule<TParams> network, (Tensor, Tensor) batch, Optimizer optimizer)
        where TParams : Params
    {
        var loss = DeviceNets.Loss(network);
        var (parameters, running) = loss.InitWithState(new Key(0), batch);
        var state = optimizer.Init(parameters);
        var losses = new double[5];
        for (var step = 0; step < losses.Length; step++)
        {
            (state, running, var value) = optimizer.UpdateAndGetLoss(loss, state, running, batch, new Key(step));
            losses[step] = value.item<float>();
        }

        Assert.Equal(batch.Item1.device_type, Tree.Leaves(optimizer.GetParameters(state))[0].device_type);
        return losses;
    }

    private static void Equal<T>(T expected, T actual) =>
        Assert.All(Tree.Zip(expected, actual), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
}
