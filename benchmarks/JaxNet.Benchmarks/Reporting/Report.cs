using System.Globalization;
using System.Text;
using JaxNet.Benchmarks.Measuring;
using JaxNet.Benchmarks.Peers;

namespace JaxNet.Benchmarks.Reporting;

/// <summary>All that one run has found.</summary>
internal sealed class Report(Competitor competitor, Machine machine, DateOnly date, bool quick)
{
    private readonly List<RowResult> rows = [];

    public Competitor Competitor => competitor;

    public IReadOnlyList<RowResult> Rows => rows;

    /// <summary>The best that the machine has shown; the limits are derived from it.</summary>
    public Speeds Speeds { get; private set; }

    public static Report Begin(Competitor competitor, bool quick) => new(competitor, Machine.This(competitor), DateOnly.FromDateTime(DateTime.UtcNow), quick);

    public void Add(RowResult row, Speeds speeds)
    {
        rows.Add(row);
        Speeds = Speeds.Max(Speeds, speeds);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured on {date:yyyy-MM-dd}{(quick ? ", shortly" : "")}: {machine.Processor}, {machine.Cores} cores, load averages {machine.Load} at the start.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{machine.JaxNet}; {machine.Other}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"The machine computes matrix products at {Speeds.GigaFlops:0} GFLOP/s and goes over memory at {Speeds.GigaBytes:0.0} GB/s (read plus written), and reads what no cache holds at {Speeds.GigaBytesUncached:0.0} GB/s: the best of {2 * rows.Count} moments of the run.");
        if (rows.Max(row => row.Stolen) is > 0 and var stolen)
            text.AppendLine(CultureInfo.InvariantCulture, $"It is a virtual machine, whose host gave {100 * stolen:0.0} % of the cores' time to others in the worst row.");

        text.AppendLine();
        text.Append(Table.Times(rows, competitor.Name, Speeds));
        text.AppendLine();
        text.Append(Table.Circumstances(rows, competitor.Name));
        return text.ToString();
    }
}
