namespace JaxNet.Samples.Terminal.Progress;

/// <summary>A number that is told of each epoch: a column of the table on the screen, and a line in TensorBoard.</summary>
/// <typeparam name="TResult">How an epoch went.</typeparam>
/// <param name="Title">The column's head.</param>
/// <param name="Tag">What TensorBoard calls it: <c>accuracy/test</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Format">How it is written: <c>0.00%</c>.</param>
/// <param name="Width">How wide the column is, with the gap before it.</param>
/// <param name="IsMain">Whether it is the one to look at.</param>
public sealed record Metric<TResult>(string Title, string Tag, Func<TResult, double> Value, string Format, int Width, bool IsMain = false);
