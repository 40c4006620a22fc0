using System.Globalization;
using System.Text;
using JaxNet.Benchmarks.Measuring;

namespace JaxNet.Benchmarks.Reporting;

/// <summary>All that one run has found.</summary>
internal sealed class Report(Machine machine, DateOnly date, bool quick)
{
    private readonly List<RowResult> rows = [];

    public Machine Machine => machine;

    public IReadOnlyList<RowResult> Rows => rows;

    public static Report Begin(bool quick) => new(Machine.This(), DateOnly.FromDateTime(DateTime.UtcNow), quick);

    public void Add(RowResult row) => rows.Add(row);

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured on {date:yyyy-MM-dd}{(quick ? ", shortly" : "")}: {machine.Processor}, {machine.Cores} cores, load averages {machine.Load} at the start.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{machine.JaxNet}; {machine.PyTorch}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"The machine computes matrix products at {machine.GigaFlops:0} GFLOP/s and copies at {machine.GigaBytes:0.0} GB/s (read plus written).");
        text.AppendLine();
        text.Append(Table.Times(rows, machine));
        text.AppendLine();
        text.Append(Table.Circumstances(rows));
        return text.ToString();
    }
}
