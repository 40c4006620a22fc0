namespace JaxNet;

/// <summary>Something in a batch must be done for each example on its own. Whoever tried to do it for all at once catches it, and goes through them.</summary>
internal sealed class NotVectorizedException() : InvalidOperationException("Something here must be done for each example on its own.")
{
    /// <summary>Throws if all examples are being gone through at once.</summary>
    public static void ThrowInBatch()
    {
        if (BatchAxis.IsHidden)
            throw new NotVectorizedException();
    }
}
