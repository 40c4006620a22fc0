using System.Text;
using JaxNet.Samples.MnistClassifier;
using JaxNet.Samples.Terminal;
using JaxNet.Samples.Tests.Datasets;
using JaxNet.Samples.Tests.Drawing;
using Spectre.Console;

namespace JaxNet.Samples.Tests.MnistClassifier;

public class ApplicationTests
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Fact]
    public void A_log_gets_plain_lines_and_no_control_codes()
    {
        using var folder = OwnData();
        Assert.Equal(0, Run(Screen.Plain(output), folder));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(output.ToString(), character => char.IsControl(character) && character is not ('\n' or '\r'));
        Assert.Contains("MNIST: 3 training and 2 test images from " + folder.Path, lines);
        Assert.Contains("epoch     loss   train    test     time   memory", lines);
        Assert.Matches(@"^    1   0\.2500  90\.00%  80\.00% +0\.\ds +\d+ MB$", lines[^4]);
        Assert.Matches(@"^    2   0\.1250  90\.00%  80\.00% +0\.\ds +\d+ MB$", lines[^3]);
        Assert.Matches(@"^peak memory \d+ MB$", lines[^2]);
        Assert.Equal($"The picture is in {folder["x.png"]}", lines[^1]);
    }

    [Fact]
    public void A_terminal_gets_a_bar_with_the_running_loss()
    {
        using var folder = OwnData();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(output),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        // The size of a terminal is asked of this process, which may have none.
        (console.Profile.Width, console.Profile.Height) = (80, 24);
        Assert.Equal(0, Run(Screen.Live(console), folder));
        Assert.Contains("\u001b[", output.ToString());
        Assert.Contains("epoch 1/2  loss 0.2500", output.ToString());
        Assert.Contains("80.00%", output.ToString());
        // The cursor that the bar has hidden is there again.
        Assert.True(output.ToString().LastIndexOf("\u001b[?25h", StringComparison.Ordinal) > output.ToString().LastIndexOf("\u001b[?25l", StringComparison.Ordinal));
    }

    [Fact]
    public void The_picture_is_a_png_at_least_1000_pixels_wide()
    {
        using var folder = OwnData();
        Run(Screen.Plain(output), folder);
        Assert.True(PngDecoder.Decode(File.ReadAllBytes(folder["x.png"])).Width >= 1000);
    }

    [Fact]
    public void The_metrics_are_written_down_for_TensorBoard()
    {
        using var folder = OwnData();
        var options = Sample.Options with { DataFolder = folder.Path, Output = folder["x.png"], LogFolder = folder["runs"] };
        Assert.Equal(0, new Application(Screen.Plain(output), errors, Sample.Trainer()).Run(options, default));

        // Two epochs of four steps, and three metrics of each epoch.
        var events = Encoding.Latin1.GetString(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder["runs"], "events.out.tfevents.*"))));
        Assert.Equal(8, events.Split("loss/step").Length - 1);
        Assert.All(["loss/epoch", "accuracy/train", "accuracy/test"], tag => Assert.Equal(2, events.Split(tag).Length - 1));
        Assert.Contains($"The metrics are in {folder["runs"]}: tensorboard --logdir {folder["runs"]}", output.ToString());
    }

    [Fact]
    public void A_missing_folder_is_an_error_for_people()
    {
        var options = Sample.Options with { DataFolder = "no-such-folder" };
        Assert.Equal(1, new Application(Screen.Plain(output), errors, Sample.Trainer()).Run(options, default));
        Assert.StartsWith($"error: {Path.GetFullPath("no-such-folder")}: there is no such folder", errors.ToString());
        Assert.Equal(1, errors.ToString().Count(character => character == '\n'));
    }

    [Fact]
    public void A_truncated_file_is_an_error_for_people()
    {
        using var folder = OwnData();
        folder.Write("t10k-labels-idx1-ubyte", Toy.TestLabels[..^1]);
        Assert.Equal(1, Run(Screen.Plain(output), folder));
        Assert.Contains("promises 2 labels", errors.ToString());
    }

    [Fact]
    public void An_interrupted_run_ends_at_its_next_step_and_draws_nothing()
    {
        using var folder = OwnData();
        using var cancellation = new CancellationTokenSource();
        Trainer train = (options, data, log) =>
        {
            cancellation.Cancel();
            return Sample.Trainer()(options, data, log);
        };
        var options = Sample.Options with { DataFolder = folder.Path, Output = folder["x.png"] };
        Assert.Equal(130, new Application(Screen.Plain(output), errors, train).Run(options, cancellation.Token));
        Assert.False(File.Exists(folder["x.png"]));
    }

    private int Run(Screen screen, TemporaryFolder folder) =>
        new Application(screen, errors, Sample.Trainer()).Run(Sample.Options with { DataFolder = folder.Path, Output = folder["x.png"] }, default);

    private static TemporaryFolder OwnData()
    {
        var folder = new TemporaryFolder();
        foreach (var (name, content) in Toy.Contents) folder.Write(name, content);
        return folder;
    }
}
