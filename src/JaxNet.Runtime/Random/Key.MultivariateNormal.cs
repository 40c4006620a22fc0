using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Normal random vectors with a given mean and covariance, as <c>jax.random.multivariate_normal(key, mean, cov)</c>.</summary>
    /// <param name="mean">The mean, [..., n], of type float32 or float64.</param>
    /// <param name="covariance">The covariance, symmetric and positive definite, [..., n, n], of the mean's type.</param>
    /// <returns>A tensor [..., n] of the moments' type, with the axes before the last of both, broadcast. The numbers are drawn in float32, and those for float64 the same.</returns>
    /// <exception cref="ArgumentException">The mean or the covariance has too few axes, they don't fit, or are not of one of the types.</exception>
    public Tensor MultivariateNormal(Tensor mean, Tensor covariance)
    {
        CheckMoments(mean, covariance);
        using var scope = NewDisposeScope();
        var batch = mean.select(-1, 0) + covariance.select(-1, 0).select(-1, 0);
        return scope.MoveToOuter(MultivariateNormal(mean, covariance, batch.shape));
    }

    /// <summary>Normal random vectors with a given mean and covariance, as <c>jax.random.multivariate_normal(key, mean, cov, shape)</c>.</summary>
    /// <param name="mean">The mean, [..., n], of type float32 or float64.</param>
    /// <param name="covariance">The covariance, symmetric and positive definite, [..., n, n], of the mean's type.</param>
    /// <param name="shape">The shape of the result but for its last axis, to which the axes before the last of the others can be broadcast.</param>
    /// <returns>A tensor [shape..., n] of the moments' type. The numbers are drawn in float32, and those for float64 the same.</returns>
    /// <exception cref="ArgumentException">The mean or the covariance has too few axes, they don't fit, or are not of one of the types.</exception>
    public Tensor MultivariateNormal(Tensor mean, Tensor covariance, ReadOnlySpan<long> shape)
    {
        CheckMoments(mean, covariance);
        using var scope = NewDisposeScope();
        var factor = linalg.cholesky(covariance);
        var standard = On(mean.device).Normal([.. shape, mean.size(-1)]).type(covariance.dtype);
        return scope.MoveToOuter(mean + factor.matmul(standard.unsqueeze(-1)).squeeze(-1));
    }

    private static void CheckMoments(Tensor mean, Tensor covariance)
    {
        if (mean.dim() < 1 || covariance.dim() < 2 || covariance.size(-1) != mean.size(-1) || covariance.size(-2) != mean.size(-1))
        {
            throw new ArgumentException(
                $"The mean must have the shape [..., n] and the covariance [..., n, n], but they have [{Streams.Draw.Text(mean.shape)}] and [{Streams.Draw.Text(covariance.shape)}].");
        }

        // libtorch decomposes matrices of these types only, and its products of two types are exceptions that TorchSharp's package lets end the process.
        if (mean.dtype != covariance.dtype || covariance.dtype is not (ScalarType.Float32 or ScalarType.Float64))
        {
            throw new ArgumentException(
                $"The mean and the covariance must both be of ScalarType.Float32, or both of Float64, but they are of {mean.dtype} and {covariance.dtype}. Convert them with .type(...).");
        }
    }
}
