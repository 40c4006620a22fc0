namespace JaxNet.Samples.Terminal;

/// <summary>Runs a program to its end, or says why it came to none.</summary>
public static class ExitCode
{
    private const int Interrupted = 130;

    /// <summary>0; 130 if the user has interrupted it; or 1, and an error for people, if files or data are not as they should be.</summary>
    /// <param name="errors">Where to say what went wrong.</param>
    /// <param name="cancellation">The user's interruption.</param>
    /// <param name="program">What to run.</param>
    public static int Of(TextWriter errors, CancellationToken cancellation, Action program)
    {
        try
        {
            program();
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            errors.WriteLine("Interrupted.");
            return Interrupted;
        }
        catch (Exception error) when (error is UserException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"error: {error.Message}");
            return 1;
        }
    }
}
