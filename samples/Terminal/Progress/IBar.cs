namespace JaxNet.Samples.Terminal.Progress;

/// <summary>The progress of one piece of work. Disposing it ends the display.</summary>
public interface IBar : IDisposable
{
    /// <summary>Shows how much is done, and a few words on how it goes.</summary>
    void Report(double done, string detail = "");
}
