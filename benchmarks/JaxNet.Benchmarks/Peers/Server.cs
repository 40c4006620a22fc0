using System.Text.Json.Nodes;
using JaxNet.Benchmarks.Measuring;
using JaxNet.Benchmarks.Works;
using TorchSharp;

namespace JaxNet.Benchmarks.Peers;

/// <summary>A side in .NET: reads commands, one JSON object a line, and answers each with another, as peer.py does.</summary>
internal sealed class Server(IReadOnlyList<Work> works)
{
    public const string Argument = "--serve";

    private Work? work;
    private double before;

    public static void Run(IReadOnlyList<Work> works, TextReader requests, TextWriter answers)
    {
        var server = new Server(works);
        torch.ones(64, 64).mm(torch.ones(64, 64)).Dispose();
        while (requests.ReadLine() is { } line)
        {
            JsonObject answer;
            try
            {
                answer = server.Answer(JsonNode.Parse(line)!.AsObject());
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                answer = new JsonObject { ["error"] = $"{error.GetType().Name}: {error.Message}" };
            }

            answers.WriteLine(answer.ToJsonString());
            answers.Flush();
        }
    }

    private JsonObject Answer(JsonObject request) => (string)request["command"]! switch
    {
        "about" => new JsonObject { ["text"] = $"JaxNet {typeof(Key).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {Engine()}" },
        "variants" => new JsonObject { ["names"] = new JsonArray("") },
        "prepare" => Prepare((string)request["work"]!, (string)request["file"]!),
        "check" => Numbers(Prepared.Check((int)request["steps"]!)),
        "time" => Numbers(Timing.Steps(Prepared.Step, (double)request["seconds"]!)),
        "memory" => Memory(),
        "limits" => Measured((double)request["seconds"]!),
        var command => throw new ArgumentException($"there is no command '{command}'"),
    };

    private Work Prepared => work ?? throw new InvalidOperationException("nothing is prepared");

    private JsonObject Prepare(string name, string file)
    {
        before = ResidentMemory.Now();
        work = works.First(work => work.Name == name);
        work.Prepare(File.Exists(file) ? null : file);
        return [];
    }

    private JsonObject Memory()
    {
        var peak = ResidentMemory.PeakDuring(Prepared.Step);
        return Numbers(peak, peak - before);
    }

    private static JsonObject Measured(double seconds)
    {
        var (flops, bytes, uncached) = Limits.Measure(seconds);
        return Numbers(flops, bytes, uncached);
    }

    private static string Engine() => Type.GetType("TorchSharp.Interop.LibTorch, TorchSharp") is null ? "the TorchSharp package" : "TorchSharp.Lite";

    private static JsonObject Numbers(params double[] numbers) => new() { ["numbers"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]) };
}
