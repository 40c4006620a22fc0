using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.RunningStates;

public static partial class StatefulNetworks
{
    /// <summary>Counts its applications, and gives the count.</summary>
    [Parametrized]
    public static partial Tensor Counted(Tensor x)
    {
        var calls = State(zeros([]), "calls");
        calls.Value += 1;
        return x * 0 + calls.Value;
    }

    /// <summary>The mean of all inputs so far; a template of the user's own, with a tree for its state.</summary>
    [Parametrized]
    public static partial Tensor MeanSoFar(Tensor x, double scale)
    {
        var seen = State((Sum: zeros([]), Count: zeros([])), "seen");
        seen.Value = (seen.Value.Sum + x.sum(), seen.Value.Count + x.numel());
        return seen.Value.Sum / seen.Value.Count * scale;
    }

    /// <summary>Starts with one tensor in two places, and goes on with two.</summary>
    [Parametrized]
    public static partial Tensor FromOneTensor(Tensor x)
    {
        var start = zeros(2);
        var seen = State((start, start), "seen");
        var sum = seen.Value.Item1 + seen.Value.Item2;
        seen.Value = (x, x * 2);
        return sum;
    }

    /// <summary>Starts with two tensors, and goes on with one in two places.</summary>
    [Parametrized]
    public static partial Tensor ToOneTensor(Tensor x)
    {
        var seen = State((zeros(2), zeros(2)), "seen");
        var sum = seen.Value.Item1 + seen.Value.Item2;
        seen.Value = (x, x);
        return sum;
    }

    [Parametrized]
    public static partial Tensor Predict(Tensor images) => Sequential(images, Dense(4), RunningBatchNorm(momentum: 0.9), Relu, Dense(2));

    [Parametrized]
    public static partial Tensor Loss(Tensor images, Tensor targets) => (Predict(images) - targets).square().mean();

    [Parametrized]
    public static partial Tensor Error(Tensor images, Tensor targets) => (Predict(images) - targets).abs().mean();

    /// <summary>Pulls its weight to the one before, which it keeps: the very tensor.</summary>
    [Parametrized]
    public static partial Tensor PulledBack(Tensor x)
    {
        var weight = Parameter([2], Initializers.Ones(), "weight");
        var before = State(zeros(2), "before");
        var loss = (weight * x).sum() + (weight - before.Value).square().sum();
        before.Value = weight;
        return loss;
    }

    /// <summary>Keeps the weight that it started with, and never sets it.</summary>
    [Parametrized]
    public static partial Tensor Anchored(Tensor x)
    {
        var weight = Parameter([2], Initializers.Ones(), "weight");
        return (weight * x).sum() + (weight - State(weight, "anchor").Value).square().sum();
    }

    [Parametrized]
    public static partial Tensor Both(Tensor x) => Counted(x) * 10 + Twice(x);

    [Parametrized]
    public static partial Tensor Twice(Tensor x) => Counted(x) + Counted(x);

    /// <summary>As Counted, Both and Twice, with a parameter.</summary>
    [Parametrized]
    public static partial Tensor Scaled(Tensor x)
    {
        var calls = State(zeros([]), "calls");
        calls.Value += 1;
        return x * 0 + calls.Value * Parameter([], Initializers.Ones(), "scale");
    }

    [Parametrized]
    public static partial Tensor BothScaled(Tensor x) => (Scaled(x) * 10 + TwiceScaled(x)).mean();

    [Parametrized]
    public static partial Tensor TwiceScaled(Tensor x) => Scaled(x) + Scaled(x);

    [Parametrized]
    public static partial Tensor TwoOfThem(Tensor x) => MeanSoFar(x, 1) + MeanSoFar(x + 1, 1);

    [Parametrized]
    public static partial Tensor Rounds(Tensor x, int rounds)
    {
        for (var i = 0; i < rounds; i++)
            x = MeanSoFar(x + i, 1);

        return x;
    }

    [Parametrized]
    public static partial Tensor RoundsTwice(Tensor x)
    {
        Layer rounds = Rounds(2);
        return rounds(x) + rounds(x);
    }

    [Parametrized]
    public static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

    [Parametrized]
    public static partial Tensor ResidualNet(Tensor x) => Residual(Residual(x, RunningBatchNorm(momentum: 0.5)), RunningBatchNorm(momentum: 0));

    /// <summary>A value of its own that is called like the layer.</summary>
    [Parametrized]
    public static partial Tensor Smooth(Tensor x, Layer average)
    {
        var kept = State(zeros([]), "average");
        kept.Value += x.mean();
        return average(x) + kept.Value;
    }

    /// <summary>A submodule that is called like the layer.</summary>
    [Parametrized]
    public static partial Tensor MeanOfMeans(Tensor x, Layer meanSoFar) => meanSoFar(MeanSoFar(x, 1));

    /// <summary>A value of its own that is called like the layers.</summary>
    [Parametrized]
    public static partial Tensor SumOf(Tensor x, IReadOnlyDictionary<string, Layer> means)
    {
        var kept = State(zeros([]), "means");
        kept.Value += 1;
        return means.Values.Select(layer => layer(x)).Aggregate(kept.Value, (sum, mean) => sum + mean);
    }

    [Parametrized]
    public static partial Tensor Branch(Tensor x, bool first) => first ? MeanSoFar(x, 1) : MeanSoFar(x, 2);

    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) Cell(Tensor carry, Tensor x) => (carry + Counted(x), carry);

    [Parametrized]
    public static partial Tensor OverTime(Tensor xs) => Scan(Cell(), zeros([]), xs).Carry;

    /// <summary>A step with a loop in it.</summary>
    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) LoopingCell(Tensor carry, Tensor x)
    {
        for (var i = 0; i < 2; i++)
            x = MeanSoFar(x + i, 1);

        return (carry, x);
    }

    [Parametrized]
    public static partial Tensor LoopsOverTime(Tensor xs) => Scan(LoopingCell(), zeros([]), xs).Outputs;

    /// <summary>The same with a parameter.</summary>
    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) ScalingCell(Tensor carry, Tensor x)
    {
        for (var i = 0; i < 2; i++)
            x = MeanSoFar(x + i, 1);

        return (carry, x * Parameter([], Initializers.Ones(), "scale"));
    }

    [Parametrized]
    public static partial Tensor ScaledLoopsOverTime(Tensor xs) => Scan(ScalingCell(), zeros([]), xs).Outputs;

    [Parametrized]
    public static partial Tensor ScaledLoop(Tensor x)
    {
        for (var i = 0; i < 2; i++)
            x = MeanSoFar(x + i, 1);

        return x * Parameter([], Initializers.Ones(), "scale");
    }

    [Parametrized]
    public static partial Tensor Encoder(Tensor x) => Dense(x, 2);

    /// <summary>Two heads on one module that keeps no state.</summary>
    [Parametrized]
    public static partial Tensor HeadA(Tensor x) => MeanSoFar(Encoder(x), 1);

    [Parametrized]
    public static partial Tensor HeadB(Tensor x) => MeanSoFar(Encoder(x), 1);

    [Parametrized]
    public static partial Tensor Heads(Tensor x) => HeadA(x) - HeadB(x);

    private static readonly ParameterModule<Tensor> s_scale = new(_ => ones([]));

    /// <summary>The same with a parameter that is a module.</summary>
    [Parametrized]
    public static partial Tensor ScaledHeadA(Tensor x) => MeanSoFar(x * Parameter(s_scale), 1);

    [Parametrized]
    public static partial Tensor ScaledHeadB(Tensor x) => MeanSoFar(x * Parameter(s_scale), 1);

    [Parametrized]
    public static partial Tensor ScaledHeads(Tensor x) => ScaledHeadA(x) - ScaledHeadB(x);

    /// <summary>A layer without state that is called here, and inside of a layer that is given it.</summary>
    [Parametrized]
    public static partial Tensor AroundItself(Tensor x)
    {
        Layer dense = Dense(2);
        var mean = MeanSoFar(dense(x), 1);
        return Residual(x, dense) + mean;
    }

    [Parametrized]
    public static partial Tensor ScaledResidual(Tensor x, Layer inner) => x * Parameter([], Initializers.Ones(), "scale") + inner(x);

    /// <summary>A layer without state of its own, around a function that calls one which has some.</summary>
    [Parametrized]
    public static partial Tensor AroundAFunction(Tensor x)
    {
        Layer mean = MeanSoFar(1);
        Layer around = ScaledResidual(y => mean(y));
        return Residual(around(x), around);
    }

    /// <summary>Layers that are values, of which each call is one more of the same module.</summary>
    [Parametrized]
    public static partial Tensor LayersInTurn(Tensor x)
    {
        Layer[] layers = [Rounds(2), Relu];
        for (var i = 0; i < 2; i++)
        {
            foreach (var layer in layers)
                x = layer(x);
        }

        return x;
    }

    /// <summary>The same with a parameter.</summary>
    [Parametrized]
    public static partial Tensor ScaledLayersInTurn(Tensor x)
    {
        Layer[] layers = [ScaledLoop(), Relu];
        for (var i = 0; i < 2; i++)
        {
            foreach (var layer in layers)
                x = layer(x);
        }

        return x;
    }

    /// <summary>The same with modules of several types.</summary>
    [Parametrized]
    public static partial Tensor CellsInTurn(Tensor x)
    {
        Layer<Tensor, Tensor, (Tensor, Tensor)>[] pairs = [LoopingCell(), ScalingCell()];
        Layer<(Tensor, Tensor), Tensor>[] tuples = [PairLoop(), ScaledPairLoop()];
        for (var i = 0; i < 2; i++)
        {
            foreach (var pair in pairs)
                (_, x) = pair(x, x);

            foreach (var tuple in tuples)
                x = tuple((x, x));
        }

        return x;
    }

    [Parametrized]
    public static partial Tensor PairLoop((Tensor, Tensor) pair)
    {
        for (var i = 0; i < 2; i++)
            pair = (MeanSoFar(pair.Item1, 1), pair.Item2);

        return pair.Item1;
    }

    [Parametrized]
    public static partial Tensor ScaledPairLoop((Tensor, Tensor) pair)
    {
        for (var i = 0; i < 2; i++)
            pair = (MeanSoFar(pair.Item1, 1), pair.Item2);

        return pair.Item1 * Parameter([], Initializers.Ones(), "scale");
    }
}
