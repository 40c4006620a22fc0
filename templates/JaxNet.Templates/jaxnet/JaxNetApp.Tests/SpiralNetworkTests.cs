namespace JaxNetApp.Tests;

public sealed class SpiralNetworkTests
{
    [Fact]
    public void There_are_two_scores_for_each_point()
    {
        var net = SpiralNetwork.Predict();
        var parameters = net.Init(new Key(0), zeros(5, 2));

        Assert.Equal([5, 2], net.Apply(parameters, zeros(5, 2)).shape);
    }

    [Fact]
    public void Training_makes_the_loss_smaller()
    {
        var (points, labels) = SpiralData.Sample(new Key(1), 200);
        var loss = SpiralNetwork.Loss();
        var optimizer = Optimizers.Adam(1e-2);

        var state = optimizer.Init(loss.Init(new Key(0), points, labels));
        var before = loss.Apply(optimizer.GetParameters(state), points, labels).item<float>();
        for (var i = 0; i < 100; i++) optimizer.Step(ref state, loss, (points, labels));
        var after = loss.Apply(optimizer.GetParameters(state), points, labels).item<float>();

        Assert.True(after < before / 2, $"{before} before, {after} after");
    }

    [Fact]
    public void A_checkpoint_gives_the_same_scores()
    {
        var net = SpiralNetwork.Predict();
        var (points, _) = SpiralData.Sample(new Key(1), 10);
        var parameters = net.Init(new Key(0), points);
        var file = Path.GetTempFileName();

        Checkpoint.Save(file, parameters);
        var loaded = Checkpoint.Load(file, like: net.Init(new Key(5), points));
        File.Delete(file);

        Assert.Equal(net.Apply(parameters, points).data<float>().ToArray(), net.Apply(loaded, points).data<float>().ToArray());
    }
}
