using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

/// <summary>A layer's output and gradients, computed by somebody else: a case of Data/layers.json, which Data/generate.py writes.</summary>
internal sealed class Golden
{
    private static readonly JsonElement s_cases = Load();
    private readonly JsonElement _case;
    private readonly string _name;

    private Golden(string name) => (_name, _case) = (name, s_cases.GetProperty(name));

    /// <summary>A layer of one tensor.</summary>
    public static void Check<TParams>(string name, LayerModule<TParams> layer, Mode mode = Mode.Train)
        where TParams : Params =>
        Check(name, inputs => layer.Init(new Key(0), inputs[0], mode), (parameters, inputs) => layer.Apply(parameters, inputs[0], mode: mode));

    /// <summary>Anything else: its initialization and application, given the case's inputs in their order.</summary>
    public static void Check<TParams>(string name, Func<Tensor[], TParams> init, Func<TParams, Tensor[], Tensor> apply)
        where TParams : Params => new Golden(name).Check(init, apply);

    private void Check<TParams>(Func<Tensor[], TParams> init, Func<TParams, Tensor[], Tensor> apply)
        where TParams : Params
    {
        var inputs = Tensors("inputs");
        var values = inputs.Select(input => input.Tensor).ToArray();
        var initial = init([.. values.Select(input => input.is_floating_point() ? input.@float() : input)]);

        // The parameters are the same under the same paths, with the same shapes, and no others.
        var expected = Tensors("parameters").ToDictionary(parameter => parameter.Name, parameter => parameter.Tensor);
        var paths = Tree.Paths(initial);
        Assert.Equal(expected.Keys.Order(), paths.Order());
        Assert.All(Tree.NamedLeaves(initial), leaf => Assert.Equal(expected[leaf.Path].shape, leaf.Leaf.shape));
        var parameters = Tree.Unflatten(initial, [.. paths.Select(path => expected[path])]);

        var output = apply(parameters, values);
        AssertClose("output", Tensor(_case.GetProperty("output")), output);

        Tree.RegisterTuple<TParams, Tensor[]>();
        var cotangent = Tensor(_case.GetProperty("cotangent"));
        var (ofParameters, ofInputs) = Transforms.Grad<(TParams, Tensor[])>(
            at => (apply(at.Item1, at.Item2) * cotangent).sum())((parameters, values));

        var gradients = Tree.NamedLeaves(ofParameters).ToDictionary(leaf => leaf.Path, leaf => leaf.Leaf);
        for (var i = 0; i < values.Length; i++)
            gradients.Add(inputs[i].Name, ofInputs[i]);

        foreach (var (path, gradient) in Tensors("gradients"))
            AssertClose($"gradient of {path}", gradient, gradients[path]);
    }

    private void AssertClose(string what, Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        var difference = (expected - actual).abs().max().item<double>();
        var scale = 1 + expected.abs().max().item<double>();
        Assert.True(difference < 1e-9 * scale, $"{_name}: the {what} differs by {difference}.");
    }

    private (string Name, Tensor Tensor)[] Tensors(string group) =>
        [.. _case.GetProperty(group).EnumerateObject().Select(property => (property.Name, Tensor(property.Value)))];

    private static Tensor Tensor(JsonElement element)
    {
        var shape = element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var values = element.GetProperty("values").EnumerateArray().ToArray();
        return values.All(value => value.GetRawText().All(character => char.IsDigit(character)))
            ? tensor(values.Select(value => value.GetInt64()).ToArray(), shape)
            : tensor(values.Select(value => value.GetDouble()).ToArray(), shape);
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Golden).Assembly.GetManifestResourceStream("layers.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
