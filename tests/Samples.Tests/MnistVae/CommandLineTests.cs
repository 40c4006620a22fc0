using JaxNet.Samples.MnistVae;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistVae;

public class CommandLineTests
{
    [Fact]
    public void Without_arguments_the_defaults_hold() =>
        Assert.Equal(new Options(10, 0.001, 128, 0, CPU, null, "mnist-vae.png"), Read());

    [Fact]
    public void Every_argument_is_read() => Assert.Equal(
        new Options(3, 0.01, 32, 7, CPU, "somewhere", "out.png"),
        Read("--epochs", "3", "--learning-rate", "0.01", "--batch-size", "32", "--seed", "7", "--data", "somewhere", "--output", "out.png"));

    private static Options Read(params string[] arguments)
    {
        var line = new CommandLine();
        var parsed = line.Parse(arguments);
        Assert.Empty(parsed.Errors);
        return line.Read(parsed);
    }
}
