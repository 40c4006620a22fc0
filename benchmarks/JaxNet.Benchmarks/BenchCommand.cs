using System.CommandLine;
using JaxNet.Benchmarks.Growth;
using JaxNet.Benchmarks.Measuring;
using JaxNet.Benchmarks.Parts;
using JaxNet.Benchmarks.Peers;
using JaxNet.Benchmarks.Reporting;
using JaxNet.Benchmarks.Works;

namespace JaxNet.Benchmarks;

/// <summary>The command line of a comparison.</summary>
internal static class BenchCommand
{
    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="args">Of the command line.</param>
    /// <param name="competitor">Whom to compare JaxNet with.</param>
    /// <returns>The process's exit code: 1 if the two sides' results differ.</returns>
    public static int Run(string[] args, Competitor competitor)
    {
        if (args is [Server.Argument])
        {
            Server.Run(AllWorks.Create(), Console.In, Console.Out);
            return 0;
        }

        var names = AllWorks.Create().Select(work => work.Name).ToArray();
        Option<string[]> rows = new("--rows") { Description = $"Only these rows: {string.Join(", ", names)}.", AllowMultipleArgumentsPerToken = true };
        rows.AcceptOnlyFromAmong(names);
        Option<bool> quick = new("--quick") { Description = "Measure shortly, with few settings: for development." };
        Option<string?> output = new("--output") { HelpName = "file.md", Description = "The page to write the table into." };
        Option<string?> growth = new("--growth") { HelpName = "file.png", Description = "Draw how the time of a step grows with depth, parameters, batch and leaves, and nothing else." };
        Option<bool> parts = new("--parts") { Description = "Time the parts of a step with BenchmarkDotNet, and nothing else." };
        var root = new RootCommand($"JaxNet beside {competitor.Name}, on the same machine, in one run.") { rows, quick, output, growth, parts };
        root.SetAction(result =>
        {
            if (result.GetValue(parts))
            {
                PartBenchmarks.Run();
                return 0;
            }

            if (result.GetValue(growth) is { } file)
            {
                GrowthReport.Write(file, seconds: result.GetValue(quick) ? 0.1 : 0.5);
                return 0;
            }

            return Compare(competitor, result.GetValue(rows) is { Length: > 0 } some ? some : names, result.GetValue(quick), result.GetValue(output));
        });
        return root.Parse(args).Invoke();
    }

    private static int Compare(Competitor competitor, string[] rows, bool quick, string? output)
    {
        var folder = Directory.CreateTempSubdirectory("jaxnet-bench-").FullName;
        try
        {
            var report = Report.Begin(competitor, quick);
            using var comparison = new Comparison(competitor, quick ? Plan.Quick(competitor.Settings) : Plan.Full(competitor.Settings), folder);
            foreach (var work in AllWorks.Create().Where(work => rows.Contains(work.Name)))
            {
                var row = comparison.Measure(work);
                report.Add(row, comparison.Speeds);
                Console.WriteLine(Table.Line(row, competitor.Name, report.Speeds));
            }

            Console.WriteLine();
            Console.WriteLine(report.ToMarkdown());
            if (output is not null)
                Document.Write(output, report);

            return report.Rows.All(row => row.Agrees) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
