using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>
    /// Random orthogonal matrices, uniformly distributed, as <c>jax.random.orthogonal(key, n, shape, m=m)</c>. One that isn't square
    /// has orthonormal rows or columns, whichever are fewer.
    /// </summary>
    /// <param name="n">The number of rows.</param>
    /// <param name="shape">The shape of the result but for its last two axes; empty for a single matrix.</param>
    /// <param name="m">The number of columns; as many as rows if it isn't given.</param>
    /// <returns>A float32 tensor [shape..., n, m].</returns>
    /// <remarks>
    /// By Mezzadri, "How to generate random matrices from the classical compact groups" (2007). The numbers are those of JAX up
    /// to the rounding of the QR decomposition.
    /// </remarks>
    public Tensor Orthogonal(long n, ReadOnlySpan<long> shape = default, long? m = null)
    {
        using var scope = NewDisposeScope();
        var columns = m ?? n;
        var (q, r) = linalg.qr(On(CPU).Normal([.. shape, Math.Max(n, columns), Math.Min(n, columns)]));

        // The decomposition is unique with a positive diagonal only, and only then is Q uniformly distributed.
        var matrix = q * (r * eye(r.size(-1), dtype: r.dtype, device: r.device)).sum(-2).sign().unsqueeze(-2);
        return scope.MoveToOuter(Placed(n < columns ? matrix.transpose(-2, -1) : matrix));
    }
}
