using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Runtime.Tests.RunningStates.StatefulNetworks;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.RunningStates;

public sealed class RunningStateTests
{
    private static readonly Tensor s_x = tensor(new float[] { 1, 2, 3 });

    [Fact]
    public void EachApplicationGivesTheNextStateAndLeavesTheOldOne()
    {
        var net = Counted();
        var (parameters, first) = net.InitWithState(new Key(0), s_x);

        var (output, second) = net.Apply(parameters, first, s_x);
        var (_, third) = net.Apply(parameters, second, s_x);
        var (again, _) = net.Apply(parameters, second, s_x);

        Assert.Equal([0f, 1, 2], new[] { first, second, third }.Select(state => state.Calls.item<float>()));
        Assert.Equal(1, output[0].item<float>());
        Assert.Equal(2, again[0].item<float>());
    }

    [Fact]
    public void AnEmptyStateStartsWithTheInitialValues()
    {
        var net = Counted();
        var parameters = net.Init(new Key(0), s_x);

        var (_, state) = net.Apply(parameters, new CountedState(), s_x);

        Assert.Equal(1, state.Calls.item<float>());
    }

    [Fact]
    public void InitWithStateDrawsTheParametersOfInit()
    {
        var x = ones(3, 5);
        var (parameters, state) = Predict().InitWithState(new Key(3), x);

        Assert.Equal(0, (parameters.Sequential.Dense0.Kernel - Predict().Init(new Key(3), x).Sequential.Dense0.Kernel).abs().max().item<float>());
        Assert.Equal([0f, 0, 0, 0], state.Sequential.RunningBatchNorm.Mean.data<float>().ToArray());
        Assert.Equal([1f, 1, 1, 1], state.Sequential.RunningBatchNorm.Variance.data<float>().ToArray());
    }

    [Fact]
    public void OneTensorMayStandInTwoPlacesOfAStateForAWhile()
    {
        var x = ones(2);
        var (fromOne, toOne) = (FromOneTensor(), ToOneTensor());

        var (_, first) = fromOne.Apply(fromOne.Init(new Key(0), x), new FromOneTensorState(), x);
        var (sum, again) = fromOne.Apply(FromOneTensorParams.Empty, first, x * 5);
        var (_, other) = toOne.Apply(ToOneTensorParams.Empty, new ToOneTensorState(), x);
        var (otherSum, _) = toOne.Apply(ToOneTensorParams.Empty, other, x);

        Assert.Equal([3f, 3], sum.data<float>().ToArray());
        Assert.Equal([10f, 10], again.Seen.Item2.data<float>().ToArray());
        Assert.Equal([2f, 2], otherSum.data<float>().ToArray());
    }

    [Fact]
    public void AnyTreeCanBeState()
    {
        var net = MeanSoFar(10);
        var (parameters, state) = net.InitWithState(new Key(0), s_x);

        (_, state) = net.Apply(parameters, state, s_x);
        (var output, state) = net.Apply(parameters, state, tensor(new float[] { 6 }));

        // (1 + 2 + 3 + 6) / 4, times 10.
        Assert.Equal(30, output.item<float>());
        Assert.Equal([12f, 4], [state.Seen.Sum.item<float>(), state.Seen.Count.item<float>()]);
    }

    [Fact]
    public void EachCallSiteOfATemplateWithHyperparametersHasItsOwnState()
    {
        var net = TwoOfThem();
        var (output, state) = net.Apply(net.Init(new Key(0), s_x), new TwoOfThemState(), s_x);

        Assert.Equal(5, output.item<float>());
        Assert.Equal([6f, 9], [state.MeanSoFar0.Seen.Sum.item<float>(), state.MeanSoFar1.Seen.Sum.item<float>()]);
    }

    [Fact]
    public void OneModuleInSeveralPlacesHasOneState()
    {
        var net = Both();
        var (parameters, state) = net.InitWithState(new Key(0), s_x);

        // Counted is one module: it counts the call here, and then the two in Twice.
        (var output, state) = net.Apply(parameters, state, s_x);
        Assert.Equal((10 * 1) + 2 + 3, output[0].item<float>());
        Assert.Equal(3, state.Counted.Calls.item<float>());
        Assert.Same(state.Counted.Calls, state.Twice.Counted.Calls);

        (output, state) = net.Apply(parameters, Tree.Map(state, leaf => leaf * 2), s_x);
        Assert.Equal((10 * 7) + 8 + 9, output[0].item<float>());
        Assert.Same(state.Counted.Calls, state.Twice.Counted.Calls);
    }

    [Fact]
    public void SoItHasIfItStartsEmpty()
    {
        var net = Both();
        var (output, state) = net.Apply(net.Init(new Key(0), s_x), new BothState(), s_x);
        Assert.Equal((10 * 1) + 2 + 3, output[0].item<float>());
        Assert.Same(state.Counted.Calls, state.Twice.Counted.Calls);

        // As what a network is evaluated with: a part of another one's.
        (output, state) = net.Apply(net.Init(new Key(0), s_x), new BothState { Counted = state.Counted }, s_x);
        Assert.Equal((10 * 4) + 5 + 6, output[0].item<float>());
        Assert.Same(state.Counted.Calls, state.Twice.Counted.Calls);
    }

    [Fact]
    public void SoHasOneWithParameters()
    {
        var net = BothScaled();
        var (parameters, first) = net.InitWithState(new Key(0), s_x);
        var optimizer = Optimizers.Sgd(0);
        foreach (var start in new[] { first, new BothScaledState(), new BothScaledState { Scaled = first.Scaled } })
        {
            var (output, state) = net.Apply(parameters, start, s_x);
            Assert.Equal((10 * 1) + 2 + 3, output.item<float>());
            Assert.Same(state.Scaled.Calls, state.TwiceScaled.Scaled.Calls);

            var (value, _, _) = net.ValueAndGrad(parameters, start, s_x);
            Assert.Equal(15, value.item<float>());

            var (trained, running, loss) = optimizer.UpdateAndGetLoss(net, optimizer.Init(parameters), start, s_x);
            loss = optimizer.StepAndGetLoss(ref trained, ref running, net, s_x);
            Assert.Equal((10 * 4) + 5 + 6, loss.item<float>());
        }
    }

    [Fact]
    public void SoHasOneInARegularizedNetwork()
    {
        var net = Regularized(BothScaled(), w => w.square().sum());
        var (output, state) = net.Apply(net.Init(new Key(0), s_x), new RunningState(), s_x);

        // The penalty of the one parameter, 1, is added.
        Assert.Equal(15 + 1, output.item<float>());
        Assert.Equal(1, Tree.LeafCount(state));
    }

    [Fact]
    public void AValueMayBeCalledLikeALayerThatKeepsSome()
    {
        var net = Smooth(MeanSoFar(1));
        var (parameters, state) = net.InitWithState(new Key(0), s_x);
        (var output, state) = net.Apply(parameters, state, s_x);

        Assert.Equal(["average.seen.0", "average.seen.1", "average0"], Tree.Paths(state).Order());
        Assert.Equal(2 + 2, output.item<float>());
    }

    [Fact]
    public void ASubmoduleMayBeCalledLikeALayerThatKeepsSome()
    {
        var net = MeanOfMeans(MeanSoFar(10));
        var (parameters, state) = net.InitWithState(new Key(0), s_x);
        (_, state) = net.Apply(parameters, state, s_x);
        Assert.Equal(["mean_so_far.seen.0", "mean_so_far.seen.1", "mean_so_far0.seen.0", "mean_so_far0.seen.1"], Tree.Paths(state).Order());

        // The mean so far is (6 + 18) / 6, and was 2 before.
        var (output, _) = net.Apply(parameters, state, s_x * 3);
        Assert.Equal((2f + 4) / 2 * 10, output.item<float>());
    }

    [Fact]
    public void AValueMayBeCalledLikeLayersThatKeepSome()
    {
        var net = SumOf(new Dictionary<string, Layer> { ["one"] = MeanSoFar(1), ["two"] = MeanSoFar(2) });
        var (parameters, state) = net.InitWithState(new Key(0), s_x);
        (var output, state) = net.Apply(parameters, state, s_x);

        Assert.Contains("means0", Tree.Paths(state));
        Assert.Equal(1 + 2 + 4, output.item<float>());
    }

    [Fact]
    public void EachRoundOfALoopHasItsOwnState()
    {
        var net = Rounds(3);
        var (parameters, state) = net.InitWithState(new Key(0), s_x);

        (_, state) = net.Apply(parameters, state, s_x);

        // Round 0 sees 1 + 2 + 3, round 1 their mean 2 plus 1, round 2 that plus 2.
        Assert.Equal([6f, 3, 5], Enumerable.Range(0, 3).Select(round => new MeanSoFarState(state.MeanSoFar[round]).Seen.Sum.item<float>()));
    }

    [Fact]
    public void ALoopInAModuleThatIsCalledTwiceKeepsItsRounds()
    {
        var net = RoundsTwice();
        var (parameters, state) = net.InitWithState(new Key(0), s_x);

        (_, state) = net.Apply(parameters, state, s_x);

        var rounds = state.Rounds.MeanSoFar;
        Assert.Equal(["0", "1"], rounds.Names);
        Assert.Equal(6 + 6, new MeanSoFarState(rounds[0]).Seen.Sum.item<float>());
    }

    [Fact]
    public void ALoopInALayerThatIsAValueKeepsItsRounds()
    {
        var (parameters, first) = LayersInTurn().InitWithState(new Key(0), s_x);
        var (_, state) = LayersInTurn().Apply(parameters, first, s_x);
        Check(["0", "1"], [first.Rounds.MeanSoFar, state.Rounds.MeanSoFar]);

        var (scaled, firstScaled) = ScaledLayersInTurn().InitWithState(new Key(0), s_x);
        var (_, stateScaled) = ScaledLayersInTurn().Apply(scaled, firstScaled, s_x);
        Check(["0", "1"], [firstScaled.ScaledLoop.MeanSoFar, stateScaled.ScaledLoop.MeanSoFar]);

        var (cells, firstOfCells) = CellsInTurn().InitWithState(new Key(0), s_x);
        var (_, stateOfCells) = CellsInTurn().Apply(cells, firstOfCells, s_x);
        foreach (var made in new[] { firstOfCells, stateOfCells })
            Check(["0", "1"], [made.LoopingCell.MeanSoFar, made.ScalingCell.MeanSoFar, made.PairLoop.MeanSoFar, made.ScaledPairLoop.MeanSoFar]);

        static void Check(IEnumerable<string> names, RunningState[] loops) => Assert.All(loops, rounds => Assert.Equal(names, rounds.Names));
    }

    [Fact]
    public void ModulesThatShareOneWithoutStateKeepTheirOwn()
    {
        var x = ones(3, 2);
        var (parameters, first) = Heads().InitWithState(new Key(0), x);
        var (_, state) = Heads().Apply(parameters, first, x);
        foreach (var made in new[] { first, state })
            Assert.NotSame(made.HeadA.MeanSoFar.Seen.Count, made.HeadB.MeanSoFar.Seen.Count);

        Assert.Equal([6f, 6], [state.HeadA.MeanSoFar.Seen.Count.item<float>(), state.HeadB.MeanSoFar.Seen.Count.item<float>()]);
    }

    [Fact]
    public void SoDoThoseThatShareAParameter()
    {
        var (parameters, first) = ScaledHeads().InitWithState(new Key(0), s_x);
        var (_, state) = ScaledHeads().Apply(parameters, first, s_x);

        Assert.Equal([3f, 3], [state.ScaledHeadA.MeanSoFar.Seen.Count.item<float>(), state.ScaledHeadB.MeanSoFar.Seen.Count.item<float>()]);
    }

    [Fact]
    public void ALayerWithoutStateThatIsHandedOnIsNoPlaceOfItsCallers()
    {
        var x = ones(3, 2);
        var (parameters, first) = AroundItself().InitWithState(new Key(0), x);
        var (_, state) = AroundItself().Apply(parameters, first, x);

        Assert.Equal(["mean_so_far"], first.Names);
        Assert.Equal(6, state.MeanSoFar.Seen.Count.item<float>());
    }

    [Fact]
    public void NorIsOneAroundAFunctionThatCallsAnotherWithState()
    {
        var (parameters, first) = AroundAFunction().InitWithState(new Key(0), s_x);
        var (_, state) = AroundAFunction().Apply(parameters, first, s_x);

        Assert.Equal(["mean_so_far"], first.Names);
        Assert.Equal(6, state.MeanSoFar.Seen.Count.item<float>());
    }

    [Fact]
    public void LayersThatATemplateIsGivenKeepTheirState()
    {
        var x = tensor(new float[] { 1, 3 }, [2, 1]);
        var net = ResidualNet();
        var (parameters, state) = net.InitWithState(new Key(0), x);

        (_, state) = net.Apply(parameters, state, x);

        // The inner call gets the mean 2 and keeps half of it; behind it the rows are 1 - 1 and 3 + 1, and all of their mean is kept.
        Assert.Equal(1, state.Residual1["inner"].Value<Tensor>("mean").item<float>(), 1e-4);
        Assert.Equal(2, state.Residual0["inner"].Value<Tensor>("mean").item<float>(), 1e-4);
    }

    [Fact]
    public void NetworksThatAreComposedAtRunTimeKeepState()
    {
        var shared = RunningBatchNorm(momentum: 0);
        Layer[] layers = [Dense(3), shared, Relu, shared];
        var net = Sequential(layers);
        var x = tensor(new float[] { 1, 2, 3, 5 }, [2, 2]);
        var (parameters, state) = net.InitWithState(new Key(0), x);

        foreach (var start in new[] { state, new RunningState() })
        {
            var (_, next) = net.Apply(parameters, start, x);

            Assert.Equal(["1", "3"], next.Names);
            Assert.Equal(2, Tree.LeafCount(next));
            Assert.Same(next[1].Value<Tensor>("mean"), next[3].Value<Tensor>("mean"));
            Assert.NotEqual(0, next[1].Value<Tensor>("mean").abs().sum().item<float>());
        }
    }

    [Fact]
    public void ABranchThatIsNotTakenKeepsItsState()
    {
        var (first, second) = (Branch(true), Branch(false));
        var parameters = first.Init(new Key(0), s_x);
        var (_, state) = first.Apply(parameters, new BranchState(), s_x);

        (_, state) = second.Apply(second.Init(new Key(0), s_x), state, s_x + 1);

        Assert.Equal([6f, 9], [state.MeanSoFar0.Seen.Sum.item<float>(), state.MeanSoFar1.Seen.Sum.item<float>()]);
    }

    [Fact]
    public void StepsOfAScanHandTheStateOn()
    {
        var net = OverTime();
        var (output, state) = net.Apply(net.Init(new Key(0), ones(4)), new OverTimeState(), ones(4));

        Assert.Equal(1 + 2 + 3 + 4, output.item<float>());
        Assert.Equal(4, state.Cell.Counted.Calls.item<float>());
    }

    // Round 0 sees 1, 2 and 3, and has the means 1, 1.5 and 2; round 1 these plus 1.
    private static readonly float[] s_loops = [2, 2.25f, 2.5f];

    [Fact]
    public void ALoopInAStepOfAScanKeepsItsRounds()
    {
        var net = LoopsOverTime();
        var (parameters, first) = net.InitWithState(new Key(0), s_x);

        var (output, state) = net.Apply(parameters, first, s_x);

        Assert.Equal(s_loops, output.data<float>().ToArray());
        foreach (var rounds in new[] { first.LoopingCell.MeanSoFar, state.LoopingCell.MeanSoFar })
            Assert.Equal(["0", "1"], rounds.Names);

        // A longer sequence goes on with the same ones. The first 4 makes a mean of 10 / 4 in round 0, and round 1 has seen 2, 2.5 and 3.
        (output, _) = net.Apply(parameters, state, full([4], 4f));
        Assert.Equal((7.5f + 3.5f) / 4, output[0].item<float>());
    }

    [Fact]
    public void ALoopInAStepWithParametersKeepsItsRounds()
    {
        var net = ScaledLoopsOverTime();
        var (parameters, first) = net.InitWithState(new Key(0), s_x);

        var (output, state) = net.Apply(parameters, first, s_x);

        Assert.Equal(s_loops, output.data<float>().ToArray());
        foreach (var rounds in new[] { first.ScalingCell.MeanSoFar, state.ScalingCell.MeanSoFar })
            Assert.Equal(["0", "1"], rounds.Names);
    }

    [Fact]
    public void ALoopInAnExampleOfABatchKeepsItsRounds()
    {
        Check(Batched(Rounds(2)));
        Check(Batched<RoundsParams, Tensor, Tensor>(Rounds(2)));

        static void Check(Module<RoundsParams, Tensor, Tensor> net)
        {
            var (parameters, first) = net.InitWithState(new Key(0), s_x);

            var (output, state) = net.Apply(parameters, first, s_x);

            Assert.Equal(s_loops, output.data<float>().ToArray());
            Assert.Equal(["0", "1"], new RoundsState(first).MeanSoFar.Names);
            Assert.Equal(["0", "1"], new RoundsState(state).MeanSoFar.Names);
        }
    }

    [Fact]
    public void ALoopInAReparametrizedNetworkKeepsItsRounds()
    {
        var (_, state) = Reparametrized(ScaledLoop(), w => w * 2).InitWithState(new Key(0), s_x);

        Assert.Equal(["0", "1"], new ScaledLoopState(state).MeanSoFar.Names);
    }

    [Fact]
    public void TheLossOfANetworkWithStateIsTrainedAndItsNetworkEvaluated()
    {
        var x = new Key(1).Normal([64, 5]);
        var y = x[.., ..2] * 2;
        var (parameters, first) = Loss().InitWithState(new Key(0), x, y);
        var optimizer = Optimizers.Adam(0.05);
        var (state, running) = (optimizer.Init(parameters), first);

        for (var i = 0; i < 200; i++)
            (state, running) = optimizer.Update(Loss(), state, running, (x, y));

        var trained = optimizer.GetParameters(state);
        var (before, _) = Error().Apply(new ErrorParams { Predict = parameters.Predict }, new ErrorState { Predict = first.Predict }, x, y, mode: Mode.Eval);
        var (after, _) = Error().Apply(new ErrorParams { Predict = trained.Predict }, new ErrorState { Predict = running.Predict }, x, y, mode: Mode.Eval);
        Assert.True(after.item<float>() < before.item<float>() / 3, $"{before.item<float>()} became {after.item<float>()}.");
        Assert.Equal(0, first.Predict.Sequential.RunningBatchNorm.Mean.abs().sum().item<float>());
    }

    [Fact]
    public void StepAndUpdateAreTheSame()
    {
        var x = new Key(1).Normal([8, 5]);
        var y = x[.., ..2] * 2;
        var (parameters, first) = Loss().InitWithState(new Key(0), x, y);
        var optimizer = Optimizers.Momentum(0.1, 0.9);
        var (pure, pureRunning) = (optimizer.Init(parameters), first);
        var (donated, donatedRunning) = (optimizer.Init(parameters), first);
        var losses = new List<(float, float)>();

        for (var i = 0; i < 3; i++)
        {
            (pure, pureRunning, var loss) = optimizer.UpdateAndGetLoss(Loss(), pure, pureRunning, (x, y));
            losses.Add((loss.item<float>(), optimizer.StepAndGetLoss(ref donated, ref donatedRunning, Loss(), (x, y)).item<float>()));
        }

        Assert.All(losses, pair => Assert.Equal(pair.Item1, pair.Item2));
        Assert.All(Tree.Zip(pureRunning, donatedRunning), pair => Assert.Equal(0, (pair.First - pair.Second).abs().max().item<float>()));
        Assert.All(
            Tree.Zip(optimizer.GetParameters(pure), optimizer.GetParameters(donated)),
            pair => Assert.Equal(0, (pair.First - pair.Second).abs().max().item<float>()));
    }

    [Fact]
    public void ValueAndGradGivesTheNextStateWithoutAHistory()
    {
        var x = new Key(1).Normal([8, 5]);
        var y = x[.., ..2] * 2;
        var (parameters, state) = Loss().InitWithState(new Key(0), x, y);

        var (value, gradient, next) = Loss().ValueAndGrad(parameters, state, (x, y));
        var (output, applied) = Loss().Apply(parameters, state, x, y);

        Assert.Equal(output.item<float>(), value.item<float>());
        Assert.NotEqual(0, gradient.Predict.Sequential.Dense0.Kernel.abs().sum().item<float>());
        Assert.All(Tree.Zip(next, applied), pair => Assert.Equal(0, (pair.First - pair.Second).abs().max().item<float>()));
        Assert.All(Tree.Leaves(next), leaf => Assert.False(leaf.requires_grad));
    }

    [Fact]
    public void StateOutlivesTheScopeThatItWasMadeIn()
    {
        var net = Counted();
        CountedState state = new();
        using (NewDisposeScope())
            (_, state) = net.Apply(net.Init(new Key(0), s_x), state, s_x);

        Assert.Equal(1, state.Calls.item<float>());
    }

    [Fact]
    public void ApplyingWithoutStateSaysWhatToWrite()
    {
        var error = Assert.Throws<MissingStateException>(() => Counted().Apply(Counted().Init(new Key(0), s_x), s_x));

        Assert.StartsWith("StatefulNetworks.Counted keeps running state ('calls')", error.Message);
        Assert.Contains("(output, state) = net.Apply(parameters, state, inputs)", error.Message);
    }

    /// <summary>It would else be evaluated with the mean 0 and the variance 1.</summary>
    [Fact]
    public void ApplyFromSaysThatItHasNoState()
    {
        var (x, y) = (ones(3, 5), zeros(3, 2));
        var (parameters, running) = Loss().InitWithState(new Key(0), x, y);

        var error = Assert.Throws<MissingStateException>(() => Error().ApplyFrom((Loss(), parameters), x, y, mode: Mode.Eval));
        Assert.StartsWith("Layers.RunningBatchNorm keeps running state ('mean'), of which ApplyFrom knows nothing", error.Message);
        Assert.Contains("net.ParametersFrom((loss, lossParameters), inputs)", error.Message);
        Assert.Contains("new NetState { Predict = running.Predict }", error.Message);
        error = Assert.Throws<MissingStateException>(() => Predict().ApplyFrom([("sequential", parameters.Predict.Sequential)], x));
        Assert.Contains("ApplyFrom", error.Message);

        // What the message says to write.
        var own = Error().ParametersFrom((Loss(), parameters), (x, y));
        var (value, _) = Error().Apply(own, new ErrorState { Predict = running.Predict }, x, y, mode: Mode.Eval);
        Assert.Empty(value.shape);
    }

    [Fact]
    public void ShapedChecksParametersOfANetworkWithState()
    {
        var (x, y) = (ones(3, 5), zeros(3, 2));
        var loss = Loss().Shaped((x, y));
        var parameters = loss.Init(new Key(0));

        Assert.Same(parameters.Predict, Error().ParametersFrom((loss, parameters), (x, y)).Predict);
        Assert.Throws<ParameterShapeException>(() => Error().ParametersFrom((Loss().Shaped((ones(3, 7), y)), parameters), (x, y)));
    }

    [Fact]
    public void StateOfOtherShapesIsRefusedWithItsPath()
    {
        var (parameters, _) = Predict().InitWithState(new Key(0), ones(3, 5));
        var other = new RunningBatchNormState { Mean = zeros(7), Variance = ones(7) };
        var (_, state) = Predict().Apply(parameters, new PredictState(), ones(3, 5));
        var wrong = state with { Sequential = state.Sequential with { RunningBatchNorm = other } };

        var error = Assert.Throws<ArgumentException>(() => Predict().Apply(parameters, wrong, ones(3, 5)));

        Assert.Contains("'sequential.1.mean'", error.Message);
        Assert.Contains("[7] before, [4] now", error.Message);
    }

    [Fact]
    public void WhatIsNotThereIsNamed()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => new PredictState().Sequential);

        Assert.Contains("'sequential'", error.Message);
        Assert.Contains("nothing yet", error.Message);
    }

    [Fact]
    public void StateIsATreeWithAReadableText()
    {
        var (_, state) = Predict().InitWithState(new Key(0), ones(3, 5));

        Assert.Equal(["sequential.1.mean", "sequential.1.variance"], Tree.Paths(state));
        Assert.IsType<PredictState>(Tree.Map(state, leaf => leaf + 1));
        Assert.Equal(1, Tree.Map(state, leaf => leaf + 1).Sequential.RunningBatchNorm.Mean[0].item<float>());
        Assert.Contains("variance", state.ToString());
    }

    [Fact]
    public void StateIsSavedAndLoaded()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var (parameters, state) = Predict().InitWithState(new Key(0), ones(3, 5));
        (_, state) = Predict().Apply(parameters, state, new Key(1).Normal([3, 5]));
        try
        {
            Checkpoint.Save(path, (parameters, state));
            var (_, loaded) = Checkpoint.Load(path, (parameters, new PredictState(Predict().InitWithState(new Key(2), ones(3, 5)).State)));

            Assert.All(Tree.Zip(state, loaded), pair => Assert.Equal(0, (pair.First - pair.Second).abs().max().item<float>()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_state_that_is_a_parameter_stays_what_it_was_when_the_parameter_goes_on()
    {
        var (loss, optimizer, x) = (PulledBack(), Optimizers.Sgd(0.1), ones(2));
        var (parameters, running) = loss.InitWithState(new Key(0), x);
        var (pure, donated, kept) = (optimizer.Init(parameters), optimizer.Init(parameters), running);
        for (var i = 0; i < 4; i++)
        {
            var before = optimizer.GetParameters(pure).Weight.data<float>().ToArray();
            (pure, running) = optimizer.Update(loss, pure, running, x);
            optimizer.Step(ref donated, ref kept, loss, x);
            Assert.Equal(before, running.Before.data<float>().ToArray());
            Assert.Equal(before, kept.Before.data<float>().ToArray());
        }
    }

    [Fact]
    public void A_state_that_is_a_parameter_stays_what_it_was_when_the_old_optimizer_state_goes_on()
    {
        var (loss, optimizer, x) = (PulledBack(), Optimizers.Sgd(0.1), ones(2));
        var (parameters, running) = loss.InitWithState(new Key(0), x);
        var (old, _) = optimizer.Update(loss, optimizer.Init(parameters), running, x);
        var (_, next) = optimizer.Update(loss, old, running, x);
        var (before, other) = (next.Before.data<float>().ToArray(), running);

        optimizer.Step(ref old, ref other, loss, x);

        Assert.Equal(before, next.Before.data<float>().ToArray());
    }

    [Fact]
    public void So_does_one_that_starts_as_a_parameter()
    {
        var (loss, optimizer, x) = (Anchored(), Optimizers.Sgd(0.1), ones(2));
        var state = optimizer.Init(loss.Init(new Key(0), x));
        AnchoredState ignored = new(), running = new();
        optimizer.Step(ref state, ref ignored, loss, x);

        // The weight of 1 went down by 0.1, as the anchor was where it was.
        for (var i = 0; i < 2; i++)
        {
            optimizer.Step(ref state, ref running, loss, x);
            Assert.Equal([0.9f, 0.9f], running.Anchor.data<float>().ToArray());
        }
    }
}
