using JaxNet.Samples.Ocr;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.Ocr;

public class CommandLineTests
{
    [Fact]
    public void Without_arguments_the_defaults_hold() => Assert.Equal(new Options(10, 0.003, 32, 0, CPU, null, null, "ocr.png"), Read());

    [Fact]
    public void Every_argument_is_read() => Assert.Equal(
        new Options(3, 0.01, 8, 7, CPU, "letter.data", "somewhere", "out.png"),
        Read("--epochs", "3", "--learning-rate", "0.01", "--batch-size", "8", "--seed", "7", "--letters", "letter.data", "--data", "somewhere", "--output", "out.png"));

    private static Options Read(params string[] arguments)
    {
        var line = new CommandLine();
        var parsed = line.Parse(arguments);
        Assert.Empty(parsed.Errors);
        return line.Read(parsed);
    }
}
