namespace JaxNet.Language.Tests.Reference;

/// <summary>A template under test. <c>Body.Of(module, inputs).Draws(...).Is(reference)</c> checks all that is promised of it.</summary>
internal static class Body
{
    /// <summary>An input that is good enough for most bodies: two rows of three numbers.</summary>
    public static Tensor X { get; } = new Key(1).Normal([2, 3]);

    public static Body<TParams, Tensor, TOutput> Of<TParams, TOutput>(Module<TParams, Tensor, TOutput> module) => new(module, X);

    public static Body<TParams, TInputs, TOutput> Of<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, TInputs inputs) => new(module, inputs);
}

/// <inheritdoc cref="Body"/>
internal sealed class Body<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, TInputs inputs)
{
    private static readonly Key s_key = new(7);
    private Drawn[] _drawn = [];

    /// <summary>The links of the key chain that Init takes, in order: what is drawn with each, and for which path.</summary>
    public Body<TParams, TInputs, TOutput> Draws(params Drawn[] drawn)
    {
        _drawn = drawn;
        return this;
    }

    /// <summary>Checks Init, Apply and the gradients against a function of the same leaves.</summary>
    public void Is(Func<TParams, TInputs, TOutput> reference) => Is((parameters, inputs, _) => reference(parameters, inputs));

    /// <summary>Checks Init, Apply and the gradients against a function of the same leaves, of the mode and of the key chain.</summary>
    public void Is(Func<TParams, TInputs, Given, TOutput> reference)
    {
        foreach (var mode in new[] { Mode.Train, Mode.Eval })
        {
            var (initial, output) = module.InitWithOutput(s_key, inputs, mode: mode);
            CheckInit(initial);
            if (!_drawn.Any(drawn => drawn.IsRandomKey))
                Close.Check("the output of Init", reference(initial, inputs, new(mode, s_key)), output);

            // Biases start near zero and scales at one, which would hide a mistake.
            var parameters = Leaves.Changed(initial);
            Close.Check("Apply", reference(parameters, inputs, new(mode, s_key)), module.Apply(parameters, inputs, s_key, mode));
            CheckGradients(parameters, mode, reference);
        }
    }

    private void CheckInit(TParams parameters)
    {
        var chain = s_key;
        var expected = new List<(string Path, Tensor Value)>();
        foreach (var drawn in _drawn)
        {
            (chain, var link) = chain.Split();
            expected.AddRange(drawn.With(link));
        }

        var actual = Tree.NamedLeaves(parameters).OrderBy(leaf => leaf.Path, StringComparer.Ordinal).ToList();
        expected = [.. expected.OrderBy(leaf => leaf.Path, StringComparer.Ordinal)];
        Assert.Equal(expected.Select(Describe), actual.Select(Describe));
        foreach (var ((path, value), (_, leaf)) in expected.Zip(actual))
            Close.Check($"the initial {path}", value, leaf);

        static string Describe((string Path, Tensor Leaf) leaf) => $"{leaf.Path} [{string.Join(", ", leaf.Leaf.shape)}]";
    }

    private void CheckGradients(TParams parameters, Mode mode, Func<TParams, TInputs, Given, TOutput> reference)
    {
        var variables = Tree.Map<TParams>(parameters, leaf => leaf.detach().clone().requires_grad_(true));
        var leaves = Tree.Leaves(variables);
        var loss = Leaves.Weighted(reference(variables, inputs, new(mode, s_key)));
        if (!loss.requires_grad)
            return;

        var gradients = Transforms.Grad<TParams>(p => Leaves.Weighted(module.Apply(p, inputs, s_key, mode)))(parameters);
        var expected = autograd.grad([loss], [.. leaves], allow_unused: true);
        foreach (var ((path, gradient), i) in Tree.NamedLeaves(gradients).Select((leaf, i) => (leaf, i)))
            Close.Check($"the gradient of {path}", expected[i] is { IsInvalid: false } wanted ? wanted : zeros_like(leaves[i]), gradient);
    }
}
