using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["state.safetensors"];

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => [.. All.Keys];

    private static readonly Dictionary<string, Optimizer> All = new()
    {
        ["sgd"] = Optimizers.Sgd(0.1), ["momentum"] = Optimizers.Momentum(0.1, 0.9), ["adam"] = Optimizers.Adam(0.1),
        ["adafactor"] = Optimizers.Adafactor(0.1), ["sm3"] = Optimizers.Sm3(0.1),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreeStepsSavedLoadedAndThreeMoreAreSixSteps(string name)
    {
        var optimizer = All[name];
        var loss = Networks.BothLoss();
        var first = optimizer.Init(loss.Init(new Key(0), Networks.Inputs, Networks.Targets));
        OptimizerState<Networks.BothLossParams> Train(OptimizerState<Networks.BothLossParams> state)
        {
            for (var i = 0; i < 3; i++)
                state = optimizer.Update(loss, state, (Networks.Inputs, Networks.Targets));
            return state;
        }

        var middle = Train(first);
        Checkpoint.Save(File, middle);
        var loaded = Checkpoint.Load(File, optimizer.Init(loss.Init(new Key(9), Networks.Inputs, Networks.Targets)));

        Assert.Equal(3, loaded.Step);
        Same.Trees(Train(middle), Train(loaded));
    }

    [Fact]
    public void TheKeyComesBackWithTheState()
    {
        var optimizer = Optimizers.Adam(0.1);
        var loss = Networks.DeepLoss(2, false);
        (OptimizerState<Networks.DeepLossParams>, Key) Train((OptimizerState<Networks.DeepLossParams> State, Key Key) from)
        {
            var (state, key) = from;
            for (var i = 0; i < 3; i++)
            {
                (key, var used) = key.Split();
                optimizer.Step(ref state, loss, (Networks.Inputs, Networks.Targets), used);
            }

            return (state, key);
        }

        (OptimizerState<Networks.DeepLossParams>, Key) Start(long seed) =>
            (optimizer.Init(loss.Init(new Key(seed), Networks.Inputs, Networks.Targets)), new Key(seed));

        var middle = Train(Start(3));
        Checkpoint.Save(File, middle);
        var loaded = Checkpoint.Load(File, Start(4));

        Same.Trees(Train(middle), Train(loaded));
    }

    [Fact]
    public void ASavedStateIsNotChangedByALaterStepInPlace()
    {
        var optimizer = Optimizers.Adam(0.1);
        var loss = Networks.BothLoss();
        var state = optimizer.Init(loss.Init(new Key(0), Networks.Inputs, Networks.Targets));
        optimizer.Step(ref state, loss, (Networks.Inputs, Networks.Targets));
        var layout = new CheckpointLayout(File, state, new Dictionary<string, string>());
        using var before = new MemoryStream();
        layout.Write(before);

        // As when another thread writes while training goes on.
        optimizer.Step(ref state, loss, (Networks.Inputs, Networks.Targets));
        using var after = new MemoryStream();
        layout.Write(after);

        Assert.Equal(before.ToArray(), after.ToArray());
    }

    [Fact]
    public void AStateOfAnotherOptimizerDoesNotFit()
    {
        var loss = Networks.BothLoss();
        var parameters = loss.Init(new Key(0), Networks.Inputs, Networks.Targets);
        Checkpoint.Save(File, Optimizers.Momentum(0.1, 0.9).Init(parameters));

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, Optimizers.Adam(0.1).Init(parameters)));

        Assert.Contains("missing: first_moment.", error.Message);
        Assert.Contains("unexpected: velocity.", error.Message);
    }

    [Fact]
    public void AKeyThatIsNoneIsRefused()
    {
        Checkpoint.Save(File, new Dictionary<string, Tensor> { ["words"] = tensor(new[] { -1L, 0 }), ["mode"] = tensor(0L) });

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(File, new Key(0)));

        Assert.Contains("words -1 and 0", error.Message);
    }
}
