using System.Globalization;

namespace JaxNet;

/// <summary>
/// Writes numbers of a training into a folder, where TensorBoard draws them: <c>tensorboard --logdir folder</c>. As PyTorch's and Flax's
/// classes of that name, but for scalars only.
/// </summary>
/// <remarks>
/// Each writer has an event file of its own. A run is a folder: writers of the same folder are drawn as one line, those of <c>runs/a</c> and
/// <c>runs/b</c> side by side. Calls can come from several threads.
/// </remarks>
public sealed class SummaryWriter : IDisposable
{
    private static int _count;

    private readonly Lock _writing = new();
    private readonly TimeProvider _clock;
    private readonly RecordFile _file;

    /// <summary>Begins an event file.</summary>
    /// <param name="folder">The folder of the run; it is made if it isn't there.</param>
    /// <exception cref="IOException">The folder or the file can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    public SummaryWriter(string folder)
        : this(folder, TimeProvider.System)
    {
    }

    internal SummaryWriter(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _clock = clock;
        Directory.CreateDirectory(folder);

        // TensorBoard knows event files by the middle of their names; the rest keeps those of several writers apart.
        Path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture,
            $"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref _count) - 1}"));

        _file = new RecordFile(Path);
        _file.Write(EventMessage.Version(Now));
    }

    /// <summary>The event file.</summary>
    public string Path { get; }

    private double Now => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>Writes a number. It is in the file when this returns.</summary>
    /// <param name="tag">What it is: <c>loss</c>; those that are called <c>accuracy/train</c> and <c>accuracy/test</c> are drawn together.</param>
    /// <param name="value">The number, taken as float32, as the format has it; it may be NaN or infinite.</param>
    /// <param name="step">At which step of the training.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public void Scalar(string tag, double value, long step)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        lock (_writing)
            _file.Write(EventMessage.Scalar(Now, step, tag, (float)value));
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        lock (_writing)
            _file.Dispose();
    }
}
