using System.Globalization;
using System.Text;
using JaxNet.Benchmarks.Measuring;

namespace JaxNet.Benchmarks.Reporting;

/// <summary>Rows as text.</summary>
internal static class Table
{
    /// <summary>The times, side by side.</summary>
    public static string Times(IReadOnlyList<RowResult> rows, string other, Speeds machine)
    {
        var text = new StringBuilder();
        text.AppendLine($"| work | JaxNet, ms | {other}, ms | ratio | goal | met | limit, ms | JaxNet / limit | limit / {other} |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            var limit = LimitOf(row, machine);
            text.AppendLine(
                $"| {row.Work.Title} | {Number(row.JaxNet.Milliseconds)} | {Number(row.Other.Milliseconds)} | {Ratio(row.Ratio)} | {Ratio(row.Work.Goal)} | " +
                $"{(row.Ratio <= row.Work.Goal ? "yes" : "no")} | {Number(limit)} | {Number(row.JaxNet.Milliseconds / limit)} | {Ratio(limit / row.Other.Milliseconds)} |");
        }

        return text.ToString();
    }

    /// <summary>Memory, the settings that were best, and whether both sides computed the same.</summary>
    public static string Circumstances(IReadOnlyList<RowResult> rows, string other)
    {
        var text = new StringBuilder();
        text.AppendLine($"| work | JaxNet, peak MB (of the work) | {other}, peak MB (of the work) | JaxNet's best setting | {other}'s best setting | difference of results (allowed) |");
        text.AppendLine("|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(
                $"| {row.Work.Title} | {Memory(row.JaxNet)} | {Memory(row.Other)} | {Setting(row.JaxNet)} | {Setting(row.Other)} | " +
                $"{Difference(row)} |");
        }

        return text.ToString();
    }

    /// <summary>A row, as soon as it is there.</summary>
    public static string Line(RowResult row, string other, Speeds machine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Work.Title,-60} {Number(row.JaxNet.Milliseconds),8} ms, {other} {Number(row.Other.Milliseconds),8} ms, ratio {Ratio(row.Ratio)}, goal {Ratio(row.Work.Goal)}, limit {Number(LimitOf(row, machine))} ms{(row.Agrees ? "" : $"; THE RESULTS DIFFER: {Difference(row)}")}");

    private static double LimitOf(RowResult row, Speeds machine) => row.Work.Cost.Milliseconds(machine);

    private static string Memory(SideResult side) => $"{Number(side.PeakBytes.OfProcess / 1e6)} ({Number(side.PeakBytes.OfWork / 1e6)})";

    private static string Setting(SideResult side) => side.Variant.Length == 0 ? side.Setting : $"{side.Setting}; {side.Variant}";

    private static string Difference(RowResult row) => string.Create(CultureInfo.InvariantCulture, $"{row.Disagreement:0.0e0} ({row.Work.Tolerance:0e0})");

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Three digits.</summary>
    private static string Number(double value) => value.ToString(
        Math.Abs(value) switch { < 0.1 => "0.0000", < 1 => "0.000", < 10 => "0.00", < 100 => "0.0", _ => "0" }, CultureInfo.InvariantCulture);
}
