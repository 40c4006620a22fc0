using System.Globalization;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Tests.Memory;

/// <summary>A step works in memory that the process has already: pages that the system has to give anew each time cost more than the arithmetic in them.</summary>
[Collection(RunsAlone.Name)]
public sealed partial class PageFaultTests
{
    [Parametrized]
    private static partial Tensor Loss(Tensor x) => Sequential(x, Dense(1024), Relu, Dense(1024), Relu, Dense(10)).square().mean();

    [Fact]
    public void Steps_take_no_fresh_pages()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var inputs = new Key(1).Normal([128, 784]);
        var optimizer = Optimizers.Momentum(1e-3);
        var state = optimizer.Init(Loss().Init(new Key(0), inputs));

        // What earlier tests have left goes now: as much memory at once is given back to the system.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Take(20);
        var before = MinorFaults();
        Take(20);

        // The gradients alone are 1.8 million numbers, 1800 pages of 4096 bytes a step. The rest of the process may have its own.
        var faults = (MinorFaults() - before) / 20;
        Assert.True(faults < 500, $"A step has {faults} page faults.");

        void Take(int steps)
        {
            for (var i = 0; i < steps; i++)
                optimizer.Step(ref state, Loss(), inputs);
        }
    }

    // The tenth field of proc_pid_stat(5), minflt, counted behind the name, which may hold blanks.
    private static long MinorFaults()
    {
        var text = File.ReadAllText("/proc/self/stat");
        return long.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[7], CultureInfo.InvariantCulture);
    }
}
