using System.Runtime.CompilerServices;

namespace JaxNet;

/// <summary>
/// Makes an exception that is on its way say more. .NET has no other means for that than to catch it and throw another one, which would
/// lead debuggers away from the line where it went wrong.
/// </summary>
internal static class ExceptionMessage
{
    /// <summary>Puts another message in the place of the old one. A runtime that keeps it elsewhere leaves it as it is.</summary>
    public static void Set(Exception error, string message)
    {
        try
        {
            FieldOf(error) = message;
        }
        catch (MissingFieldException)
        {
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    private static extern ref string? FieldOf(Exception error);
}
