using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using JaxNet.Benchmarks.Measuring;

namespace JaxNet.Benchmarks.Peers;

/// <summary>One side of the comparison, in a process of its own: it works when it is asked, and sleeps in between.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;
    private readonly string name;

    private Peer(string name, Setting setting, string program, params string[] arguments)
    {
        (this.name, Setting) = (name, setting);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var variable in Setting.AllVariables)
            start.Environment.Remove(variable);

        foreach (var (variable, value) in setting.Variables)
            start.Environment[variable] = value;

        process = Process.Start(start) ?? throw new InvalidOperationException($"{program} didn't start.");
    }

    public Setting Setting { get; }

    /// <summary>This program, as a server.</summary>
    public static Peer JaxNet(Setting setting) => Program("JaxNet", setting, typeof(Peer).Assembly, Server.Argument);

    /// <summary>A program of .NET, which is a server with these arguments.</summary>
    public static Peer Program(string name, Setting setting, Assembly program, params string[] arguments) =>
        new(name, setting, "dotnet", [program.Location, .. arguments]);

    /// <summary>Python with PyTorch.</summary>
    public static Peer PyTorch(Setting setting) =>
        new("PyTorch", setting, Python, Path.Combine(AppContext.BaseDirectory, "peer.py"));

    /// <summary>The interpreter that has PyTorch: the system's, unless PYTHON names another.</summary>
    public static string Python => Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } python ? python
        : File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    public string About() => (string)Ask("about")["text"]!;

    /// <summary>The ways in which this side can do a work.</summary>
    public string[] Variants(string work) => [.. Ask("variants", ("work", work))["names"]!.AsArray().Select(name => (string)name!)];

    public void Prepare(string work, string file, string variant) => Ask("prepare", ("work", work), ("file", file), ("variant", variant));

    /// <summary>What both sides must agree in, from the values in the file on.</summary>
    public double[] Check(int steps) => Numbers(Ask("check", ("steps", steps)));

    /// <summary>The times of single steps, in milliseconds.</summary>
    public double[] Time(double seconds) => Numbers(Ask("time", ("seconds", seconds)));

    /// <summary>The most memory that is resident during steps, in bytes: of the whole process, and what of it was not before the work was prepared.</summary>
    public (double OfProcess, double OfWork) Memory() => Numbers(Ask("memory")) is [var process, var work] ? (process, work) : default;

    /// <summary>What the machine can do at this moment.</summary>
    public Speeds Limits(double seconds) => Numbers(Ask("limits", ("seconds", seconds))) is [var flops, var bytes, var uncached] ? new(flops, bytes, uncached) : default;

    private JsonObject Ask(string command, params (string Name, JsonNode Value)[] more)
    {
        var request = new JsonObject { ["command"] = command };
        foreach (var (key, value) in more)
            request[key] = value;

        process.StandardInput.WriteLine(request.ToJsonString());
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{name} ended while it was asked to {command}; what it said stands above.");
        var answer = JsonNode.Parse(line)!.AsObject();
        return answer["error"] is { } error ? throw new InvalidOperationException($"{name}, asked to {command}: {error}") : answer;
    }

    private static double[] Numbers(JsonObject answer) => [.. answer["numbers"]!.AsArray().Select(number => (double)number!)];

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000))
            process.Kill();

        process.Dispose();
    }
}
