namespace JaxNet.Language.Tests.Bodies;

/// <summary>Random keys and the mode, through nested calls.</summary>
public sealed partial class Randomness
{
    [Parametrized]
    private static partial Tensor Noise(Tensor x) => x + RandomKey().Normal(x.shape);

    [Fact]
    public void A_random_key() => Body.Of(Noise()).Is((p, x, given) => x + given.NextKey().Normal(x.shape));

    [Parametrized]
    private static partial Tensor Between(Tensor x)
    {
        x = Dense(x, 3) * RandomKey().Normal([3]);
        return Noise(x) + Parameter([3], Initializers.Normal(), "w") * RandomKey().Uniform([3]);
    }

    [Fact]
    public void Keys_and_parameters_are_links_of_one_chain() => Body.Of(Between()).Draws([.. Denses("dense", 3, 3), Link, Link, Normal("w", 3), Link])
        .Is((p, x, given) =>
        {
            x = Affine(x, p.Dense) * given.NextKey().Normal([3]);
            return x + given.NextKey().Normal(x.shape) + p.W * given.NextKey().Uniform([3]);
        });

    [Parametrized]
    private static partial Tensor ByMode(Tensor x) => CurrentMode is Mode.Train ? Noise(Dense(x, 3)) : Dense(x, 2) * (CurrentMode == Mode.Eval ? 2 : 3);

    [Fact]
    public void The_mode_chooses_a_branch()
    {
        var module = ByMode();
        var train = module.Init(new Key(0), Body.X);
        Assert.Null(train.Dense1);
        Close.Check("Train", Affine(Body.X, train.Dense0!) + new Key(3).Split().Item2.Normal([2, 3]), module.Apply(train, Body.X, new Key(3)));
        var eval = module.Init(new Key(0), Body.X, Mode.Eval);
        Assert.Null(eval.Dense0);
        Close.Check("Eval", Affine(Body.X, eval.Dense1!) * 2, module.Apply(eval, Body.X, mode: Mode.Eval));
    }

    [Parametrized]
    private static partial Tensor Dropped(Tensor x, double rate) => Sequential(x, Dense(4), Dropout(rate), Dense(2));

    [Fact]
    public void Dropout_takes_a_key_in_training_only()
    {
        var module = Dropped(0.25);
        var p = module.Init(new Key(0), Body.X);
        var hidden = Affine(Body.X, p.Sequential.Dense0);
        Close.Check("Eval", Affine(hidden, p.Sequential.Dense1), module.Apply(p, Body.X, mode: Mode.Eval));
        var kept = new Key(3).Split().Item2.Bernoulli(0.75, [2, 4]);
        Close.Check("Train", Affine(where(kept, hidden / 0.75, zeros([])), p.Sequential.Dense1), module.Apply(p, Body.X, new Key(3)));
    }

    [Parametrized]
    private static partial Tensor InLoop(Tensor x, Layer inner)
    {
        foreach (var key in RandomKey().Split(2))
            x = inner(x) + key.Normal([3]) * RandomKey().Uniform([]);

        return x;
    }

    [Fact]
    public void Keys_in_a_loop() => Body.Of(InLoop(Noise())).Is((p, x, given) =>
    {
        foreach (var key in given.NextKey().Split(2))
        {
            x = x + given.NextKey().Normal(x.shape);
            x = x + key.Normal([3]) * given.NextKey().Uniform([]);
        }

        return x;
    });

    [Parametrized]
    private static partial Tensor InFunctions(Tensor x)
    {
        return Draw(stack(x.unbind(0).Select(row => row * RandomKey().Uniform([]) * Scale(CurrentMode)).ToArray()));

        static Tensor Draw(Tensor y) => y + RandomKey().Normal([3]);
        static double Scale(Mode mode) => mode == Mode.Train ? 1 : 2;
    }

    [Fact]
    public void Keys_and_the_mode_in_functions() => Body.Of(InFunctions()).Is((p, x, given) =>
    {
        var scale = given.Mode == Mode.Train ? 1 : 2;
        return stack([x[0] * given.NextKey().Uniform([]) * scale, x[1] * given.NextKey().Uniform([]) * scale]) + given.NextKey().Normal([3]);
    });

    [Parametrized]
    private static partial Tensor Optional(Tensor x, bool noisy) => noisy && RandomKey().Uniform([]).item<float>() < 2 ? Noise(x) : x;

    [Fact]
    public void Keys_under_a_condition() => Body.Of(Optional(true)).Is((p, x, given) =>
    {
        given.NextKey();
        return x + given.NextKey().Normal(x.shape);
    });

    [Fact]
    public void Nothing_is_asked_of_who_draws_nothing()
    {
        var module = Optional(false);
        Close.Check("Apply", Body.X, module.Apply(module.Init(new Key(0), Body.X), Body.X));
    }

    [Parametrized]
    private static partial Tensor OverTime(Tensor x) => Scan((carry, input) => (carry + input * RandomKey().Uniform([]), input), zeros(3), x).Carry;

    [Fact]
    public void Keys_over_time() => Body.Of(OverTime()).Is((p, x, given) => x[0] * given.NextKey().Uniform([]) + x[1] * given.NextKey().Uniform([]));
}
