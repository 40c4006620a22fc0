using System.Runtime.CompilerServices;

namespace JaxNet;

/// <summary>
/// Makes an exception that is on its way say more. .NET has no other means for that than to catch it and throw another one, which would
/// lead debuggers away from the line where it went wrong.
/// </summary>
internal static class ExceptionMessage
{
    /// <summary>Puts more behind an exception's message. A runtime that keeps it elsewhere leaves it as it is.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="more">Sentences after a space, or lines, each after a line break.</param>
    public static void Append(Exception error, string more)
    {
        try
        {
            // Some exceptions add to the message whenever they are asked for it, such as the parameter's name: on a line of its own.
            ref var message = ref FieldOf(error);
            message = message is { } own && error.Message.Length > own.Length && error.Message.StartsWith(own, StringComparison.Ordinal)
                ? own + more + "\n"
                : WithoutNativeFrames(error.Message) + more;
        }
        catch (MissingFieldException)
        {
        }
    }

    // TorchSharp hands on libtorch's own stack trace, of C++.
    private static string WithoutNativeFrames(string message) =>
        message.IndexOf("\nException raised from ", StringComparison.Ordinal) is var frames and >= 0 ? message[..frames] : message;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    private static extern ref string? FieldOf(Exception error);
}
