using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>A number for each reference that a project has had. No other object ever gets the same one, as might happen with hash codes, and none is kept alive for it.</summary>
internal static class ReferenceNumbers
{
    private static readonly ConditionalWeakTable<MetadataReference, object> s_numbers = new();
    private static long s_last;

    public static ulong Of(MetadataReference reference) => (ulong)(long)s_numbers.GetValue(reference, _ => Interlocked.Increment(ref s_last));
}
