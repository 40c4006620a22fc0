using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>The same on a GPU as on the processor.</summary>
[Trait("Device", "GPU")]
public class GpuTests
{
    private static readonly (Tensor, Tensor) ImageBatch = (new Key(1).Normal([16, 8, 8, 1]), new Key(2).Uniform([16, 3]).softmax(-1));
    private static readonly (Tensor, Tensor) SequenceBatch = (new Key(3).Normal([16, 7, 5]), new Key(4).Uniform([16, 3]).softmax(-1));

    [GpuTheory]
    [MemberData(nameof(KeyDeviceTests.Draws), MemberType = typeof(KeyDeviceTests), DisableDiscoveryEnumeration = true)]
    public void Keys_give_the_same_numbers(string name, Func<Key, Tensor> draw)
    {
        _ = name;
        var there = draw(new Key(7).On(Gpu.Device));
        Assert.Equal(DeviceType.CUDA, there.device_type);
        Assert.True(there.cpu().equal(draw(new Key(7))).all().item<bool>());
    }

    [GpuFact]
    public void Parameters_have_the_same_numbers()
    {
        var (here, there) = (DeviceNets.Images().Init(new Key(0), ImageBatch.Item1), DeviceNets.Images().Init(new Key(0), Tree.To(ImageBatch.Item1, Gpu.Device)));
        Places.AllOn(Gpu.Device, there);
        Assert.All(Tree.Zip(here, Tree.To(there, CPU)), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
    }

    [GpuFact]
    public void Images_are_learned_alike() => LearnsAlike(DeviceNets.Images(), ImageBatch, Optimizers.Adam(0.01), tolerance: 5e-3);

    [GpuFact]
    public void Sequences_are_learned_alike() => LearnsAlike(DeviceNets.Transformer(), SequenceBatch, Optimizers.Adam(0.01));

    [GpuFact]
    public void Gated_units_are_learned_alike() => LearnsAlike(DeviceNets.Steps(), SequenceBatch, Optimizers.Adam(0.01));

    [GpuTheory]
    [MemberData(nameof(OptimizerTests.All), MemberType = typeof(OptimizerTests), DisableDiscoveryEnumeration = true)]
    public void Optimizers_take_the_same_steps(Optimizer optimizer) => LearnsAlike(DeviceNets.Steps(), SequenceBatch, optimizer);

    [GpuFact]
    public void A_checkpoint_goes_from_one_to_the_other()
    {
        var path = Path.GetTempFileName();
        try
        {
            var optimizer = Optimizers.Adam();
            var state = optimizer.Init(DeviceNets.Images().Init(new Key(0), ImageBatch.Item1));
            Checkpoint.Save(path, Tree.To(state, Gpu.Device));
            var back = Checkpoint.Load(path, like: state);
            Places.AllOn(CPU, optimizer.GetParameters(back));
            Assert.All(Tree.Zip(state, back), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
            Places.AllOn(Gpu.Device, optimizer.GetParameters(Checkpoint.Load(path, like: Tree.To(state, Gpu.Device))));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Five steps, after which rounding has not gone far yet. Convolutions on GPUs may round their factors to 10 bits (TF32).
    private static void LearnsAlike<TParams>(LayerModule<TParams> network, (Tensor, Tensor) batch, Optimizer optimizer, double tolerance = 1e-3)
        where TParams : Params
    {
        var (here, there) = (Losses(network, batch, optimizer), Losses(network, Tree.To(batch, Gpu.Device), optimizer));
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
}
