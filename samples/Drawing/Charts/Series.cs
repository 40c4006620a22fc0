namespace JaxNet.Samples.Drawing.Charts;

/// <summary>A line in a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Points">Its values.</param>
/// <param name="Width">How broad it is.</param>
/// <param name="Dots">Whether each value is marked by a dot.</param>
/// <param name="EndLabel">What is written beside its last value.</param>
public sealed record Series(
    string Name, Color Color, IReadOnlyList<Point> Points, double Width = 3, bool Dots = true, string? EndLabel = null);
