namespace JaxNet.Samples.Terminal.Progress;

/// <summary>Progress where nobody watches: in a log, a line at the end of the work says more than a bar.</summary>
internal sealed class SilentBar : IBar
{
    public void Report(double done, string detail = "") { }

    public void Dispose() { }
}
