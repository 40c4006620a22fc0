using System.Text.Json.Nodes;
using JaxNet.Benchmarks.Peers;
using JaxNet.Benchmarks.Works;

namespace JaxNet.Benchmarks.Tests;

/// <summary>JaxNet's side, as the harness talks to it.</summary>
public sealed class ServerTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("jaxnet-bench-tests-").FullName, "values.safetensors");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Fact]
    public void ATrainingWritesItsValuesChecksAndIsTimed()
    {
        var answers = Ask(Prepare("small-momentum"), """{"command":"check","steps":30}""", """{"command":"time","seconds":0}""");

        Assert.True(File.Exists(file));
        var losses = Numbers(answers[1]);

        // Uniform guesses at ten classes give log(10) / 10 as the mean of ten columns; training on one batch gets below that.
        Assert.Equal(30, losses.Length);
        Assert.True(losses[^1] < losses[0], $"from {losses[0]} to {losses[^1]}");
        Assert.Single(Numbers(answers[2]), time => time > 0);
    }

    [Fact]
    public void TheSameWorkStartsFromTheSameValuesAgain()
    {
        var check = """{"command":"check","steps":3}""";

        var answers = Ask(Prepare("small-momentum"), check, Prepare("small-momentum"), check);

        Assert.Equal(Numbers(answers[1]), Numbers(answers[3]));
    }

    [Fact]
    public void WhatGoesWrongIsAnsweredAndNotThrown()
    {
        var answers = Ask("""{"command":"check","steps":3}""", """{"command":"sing"}""");

        Assert.Contains("nothing is prepared", (string)answers[0]["error"]!);
        Assert.Contains("'sing'", (string)answers[1]["error"]!);
    }

    private string Prepare(string work) =>
        new JsonObject { ["command"] = "prepare", ["work"] = work, ["file"] = file, ["variant"] = "" }.ToJsonString();

    private static JsonObject[] Ask(params string[] requests)
    {
        using var answers = new StringWriter();
        Server.Run(AllWorks.Create(), new StringReader(string.Join('\n', requests)), answers);
        return [.. answers.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private static double[] Numbers(JsonObject answer) => [.. answer["numbers"]!.AsArray().Select(number => (double)number!)];
}
