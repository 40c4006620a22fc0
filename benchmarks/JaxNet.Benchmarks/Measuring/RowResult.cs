using JaxNet.Benchmarks.Works;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>One side of a row.</summary>
/// <param name="Milliseconds">The median of a step.</param>
/// <param name="PeakBytes">The most memory that was resident during steps: of the whole process, and what of it was not before the work was prepared.</param>
/// <param name="Setting">The setting that was best.</param>
/// <param name="Variant">The variant that was best.</param>
internal sealed record SideResult(double Milliseconds, (double OfProcess, double OfWork) PeakBytes, string Setting, string Variant);

/// <summary>A row of the table.</summary>
/// <param name="Work">What was done.</param>
/// <param name="JaxNet">JaxNet's side.</param>
/// <param name="Other">The competitor's side.</param>
/// <param name="Disagreement">How far the two sides' numbers lie apart at most, as a part of the largest.</param>
/// <param name="Stolen">The part of the cores' time that a virtual machine's host gave to others during the turns that count.</param>
internal sealed record RowResult(Work Work, SideResult JaxNet, SideResult Other, double Disagreement, double Stolen)
{
    public double Ratio => JaxNet.Milliseconds / Other.Milliseconds;

    public bool Agrees => Disagreement <= Work.Tolerance;
}
