using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Errors;

/// <summary>An error inside of a network says which module it is from, and what went into it.</summary>
public sealed partial class ModuleTrailTests
{
    // A product of 16 by 32 columns, which libtorch refuses. TorchSharp's own matmul would end the process.
    [Parametrized]
    private static partial Tensor Bilinear(Tensor x, long size) => x.mm(Parameter([size, size], Initializers.GlorotNormal()));

    [Parametrized]
    private static partial Tensor Block(Tensor x) => Relu(Bilinear(Dense(x, 16), 32));

    [Parametrized]
    private static partial Tensor Net(Tensor x) => Sequential(x, Dense(64), Relu, Block(), Dense(10));

    [Parametrized]
    private static partial Tensor Loss(Tensor x, Tensor targets, Layer net) => (net(x) * targets).mean();

    [Parametrized]
    private static partial Tensor BlockLoss(Tensor x, Tensor targets) => (Block(x) * targets).mean();

    [Parametrized]
    private static partial Tensor Throws(Tensor x, Exception error) => throw error;

    [Fact]
    public void An_error_of_libtorch_is_followed_by_the_way_through_the_modules()
    {
        var error = Assert.Throws<ExternalException>(() => Net().Init(new Key(0), zeros(2, 784)));

        Assert.Matches(Lines(
            @"mat1 and mat2 shapes cannot be multiplied \(2x16 and 32x32\)",
            @"  ModuleTrailTests\.Net             inputs \[2, 784\]  ModuleTrailTests\.cs:\d+",
            @"    Layers\.Sequential",
            @"      2: ModuleTrailTests\.Block    inputs \[2, 64\]   ModuleTrailTests\.cs:\d+",
            @"        ModuleTrailTests\.Bilinear                   ModuleTrailTests\.cs:\d+"), error.Message);
    }

    [Parametrized]
    private static partial Tensor Twice(Tensor x)
    {
        Layer layer = Dense(3);
        return layer(layer(Dense(x, 7)));
    }

    [Fact]
    public void A_shared_layer_that_gets_inputs_of_another_size_at_its_second_call_says_so()
    {
        var error = Assert.Throws<ParameterShapeException>(() => Twice().Init(new Key(0), zeros(5, 4)));

        Assert.Matches(Lines(
            @"Layers\.Dense: the parameter kernel has the shape \[7, 3\] since the first call of this module, but in this call the template asks for \[3, 3\]\. .*",
            @"  ModuleTrailTests\.Twice  inputs \[5, 4\]  ModuleTrailTests\.cs:\d+",
            @"    Layers\.Dense.*"), error.Message);
        Assert.DoesNotContain("anew with Init", error.Message);
    }

    [Parametrized]
    private static partial Tensor SecondTry(Tensor x)
    {
        Tensor y;
        try
        {
            y = Dense(x.reshape(-1, 3), 4);
        }
        catch (ExternalException)
        {
            y = Dense(x, 4);
        }

        return y;
    }

    [Fact]
    public void A_parameter_that_an_exception_kept_from_being_drawn_is_named()
    {
        var parameters = SecondTry().Init(new Key(0), zeros(2, 4));

        var error = Assert.Throws<MissingParameterException>(() => SecondTry().Apply(parameters, zeros(3, 4)));

        Assert.Contains("Layers.Dense: dense0.kernel is null", error.Message);
    }

    [Fact]
    public void It_is_the_exception_that_was_thrown_with_its_stack_trace()
    {
        var thrown = new InvalidOperationException("No.");

        var error = Assert.Throws<InvalidOperationException>(() => Sequential(Dense(3), Throws(thrown)).Init(new Key(0), zeros(2, 4)));

        Assert.Same(thrown, error);
        Assert.Null(error.InnerException);
        Assert.Contains("ThrowsInit", error.StackTrace!.Split('\n')[0]);
        Assert.Matches(Lines("No.", @"  Layers\.Sequential             inputs \[2, 4\]", @"    1: ModuleTrailTests\.Throws  inputs \[2, 3\]  ModuleTrailTests\.cs:\d+"), error.Message);
    }

    [Fact]
    public void A_layer_says_which_of_a_network_it_is()
    {
        var net = Sequential(Conv(8, (3, 3)), Conv(8, (15, 15)));

        var error = Assert.Throws<ArgumentException>(() => net.Init(new Key(0), zeros(2, 9, 9, 1)));

        Assert.EndsWith("is larger than (7, 7), the axes that it slides along in the images of shape [2, 7, 7, 8].\n  Layers.Sequential  inputs [2, 9, 9, 1]\n    1: Layers.Conv   inputs [2, 7, 7, 8]", error.Message);
    }

    [Fact]
    public void So_does_a_function_among_layers()
    {
        var net = Sequential(Dense(4), x => x.reshape(2, 4));
        var parameters = net.Init(new Key(0), zeros(2, 5));

        var error = Assert.Throws<ExternalException>(() => net.Apply(parameters, zeros(3, 5)));

        Assert.EndsWith("\n  Layers.Sequential  inputs [3, 5]\n    1: Function      inputs [3, 4]", error.Message);
    }

    [Fact]
    public void An_optimizers_step_says_what_went_into_the_loss()
    {
        var loss = Loss(Sequential(Dense(10)));
        var state = Optimizers.Adam().Init(loss.Init(new Key(0), (zeros(2, 20), zeros(2, 10))));

        var error = Assert.Throws<ExternalException>(() => Optimizers.Adam().Update(loss, state, (zeros(2, 20), zeros(2, 11))));

        Assert.Matches(Lines(".*", @"  ModuleTrailTests\.Loss  inputs \[2, 20\] and \[2, 11\]  ModuleTrailTests\.cs:\d+"), error.Message);
    }

    [Fact]
    public void What_NET_adds_to_a_message_stands_there_once_on_a_line_of_its_own()
    {
        var wrongAxis = Assert.Throws<ArgumentOutOfRangeException>(() => Sequential(Dense(3), BatchNorm([5])).Init(new Key(0), zeros(2, 4)));
        var tooMany = Assert.Throws<ArgumentOutOfRangeException>(() => Sequential(Dense(3), LayerNorm(4)).Init(new Key(0), zeros(2, 4)));

        Assert.Equal(
            "BatchNorm over the axes [5] does not fit inputs of shape [2, 3].\n  Layers.Sequential      inputs [2, 4]\n    1: Layers.BatchNorm  inputs [2, 3]\n" +
            " (Parameter 'axis')", wrongAxis.Message.ReplaceLineEndings("\n"));
        Assert.Equal(
            "LayerNorm normalizes the last axes of its inputs, at least 1, but got the shape [2, 3].\n  Layers.Sequential      inputs [2, 4]\n    1: Layers.LayerNorm  inputs [2, 3]\n" +
            " (Parameter 'axisCount')\nActual value was 4.", tooMany.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_module_that_a_template_calls_stands_in_the_way_once()
    {
        Check(Assert.Throws<ExternalException>(() => BlockLoss().Init(new Key(0), (zeros(2, 784), zeros(2, 10)))));
        Check(Assert.Throws<ExternalException>(() => BlockLoss().Init(new Key(0), (zeros(2, 784), zeros(2, 10)), [])));

        static void Check(ExternalException error) => Assert.Matches(Lines(
            @".*",
            @"  ModuleTrailTests\.BlockLoss     inputs \[2, 784\] and \[2, 10\]  ModuleTrailTests\.cs:\d+",
            @"    ModuleTrailTests\.Block                                    ModuleTrailTests\.cs:\d+",
            @"      ModuleTrailTests\.Bilinear                               ModuleTrailTests\.cs:\d+"), error.Message);
    }

    [Fact]
    public void A_layer_alone_says_no_more_than_its_message()
    {
        var error = Assert.Throws<ArgumentException>(() => Conv(8, (3, 3)).Init(new Key(0), zeros(2, 784)));

        Assert.Equal("Conv takes images of shape [n, height, width, channels], but got [2, 784].", error.Message);
    }

    [Fact]
    public void What_is_of_another_type_says_so()
    {
        var error = Assert.Throws<ArgumentException>(() => Sequential(Dense(2)).Init(new Key(0), zeros(2, 3, dtype: ScalarType.Float64)));

        Assert.StartsWith("The inputs are of type float64, but the parameters of type float32. Convert the inputs with .type(ScalarType.Float32), or", error.Message);
        Assert.EndsWith("\n  Layers.Sequential  inputs float64 [2, 3]\n    0: Layers.Dense  inputs float64 [2, 3]", error.Message);
    }

    [Fact]
    public void A_number_alone_is_no_input_of_a_dense_layer()
    {
        var error = Assert.Throws<ArgumentException>(() => Dense(2).Init(new Key(0), tensor(1f)));

        Assert.StartsWith("Dense takes inputs of shape [..., n], but got a single number", error.Message);
    }

    [Parametrized]
    private static partial Tensor Images(Tensor x) => Dense(x.reshape(x.shape[0], x.shape[1] * x.shape[3]), 2);

    [Parametrized]
    private static partial Tensor Named(Dictionary<string, Tensor> x) => Dense(x["left"], 2);

    [Fact]
    public void An_axis_a_name_or_an_input_that_is_not_there_is_told_with_the_way_to_it()
    {
        var axis = Assert.Throws<IndexOutOfRangeException>(() => Sequential(Relu, Images()).Init(new Key(0), zeros(2, 3)));
        Assert.Matches(Lines(
            @"Index was outside the bounds of the array\.",
            @"  Layers\.Sequential +inputs \[2, 3\]",
            @"    1: ModuleTrailTests\.Images .*ModuleTrailTests\.cs:\d+"), axis.Message);

        var name = Assert.Throws<KeyNotFoundException>(() => Named().Init(new Key(0), new Dictionary<string, Tensor> { ["right"] = zeros(2, 3) }));
        Assert.Matches(Lines(@".*'left'.*", @"  ModuleTrailTests\.Named +inputs \[2, 3\] +ModuleTrailTests\.cs:\d+"), name.Message);

        var input = Assert.Throws<NullReferenceException>(() => BlockLoss().Init(new Key(0), null!, zeros(2, 3)));
        Assert.Matches(Lines(
            @".*",
            @"  ModuleTrailTests\.BlockLoss +inputs null and \[2, 3\] +ModuleTrailTests\.cs:\d+",
            @"    ModuleTrailTests\.Block .*",
            @"      Layers\.Dense.*"), input.Message);
    }

    [Fact]
    public void Missing_inputs_parameters_and_layers_are_told()
    {
        var net = Sequential(Dense(2), null!);
        var parameters = Dense(2).Init(new Key(0), zeros(2, 3));

        Assert.StartsWith("Dense: there are no inputs.", Assert.Throws<ArgumentNullException>(() => Dense(2).Init(new Key(0), null!)).Message);
        Assert.StartsWith("Dense: there are no inputs.", Assert.Throws<ArgumentNullException>(() => Dense(2).Apply(parameters, null!)).Message);
        Assert.StartsWith("Dense: there are no parameters.", Assert.Throws<ArgumentNullException>(() => Dense(2).Apply(null!, zeros(2, 3))).Message);
        Assert.StartsWith("There is no layer at position 1", Assert.Throws<ArgumentException>(() => net.Init(new Key(0), zeros(2, 3))).Message);
    }

    [Fact]
    public void A_network_applied_inside_of_another_tells_its_part_once()
    {
        var inner = Sequential(Dense(4), x => x.reshape(2, 4));
        var parameters = inner.Init(new Key(0), zeros(2, 5));
        var outer = Sequential(Dense(5), x => inner.Apply(parameters, x));

        var error = Assert.Throws<ExternalException>(() => outer.Init(new Key(0), zeros(3, 7)));

        Assert.Single(Regex.Matches(error.Message, "Layers.Sequential"));
    }

    [Fact]
    public void Exceptions_that_are_no_errors_of_modules_stay_as_they_are()
    {
        var error = Assert.Throws<OperationCanceledException>(() => Sequential(Throws(new OperationCanceledException("Enough."))).Init(new Key(0), zeros(2)));

        Assert.Equal("Enough.", error.Message);
    }

    private static string Lines(params string[] lines) => $"^{string.Join("\n", lines)}$";
}
