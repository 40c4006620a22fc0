using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Normal random vectors with a given mean and covariance, as <c>jax.random.multivariate_normal(key, mean, cov)</c>.</summary>
    /// <param name="mean">The mean, [..., n].</param>
    /// <param name="covariance">The covariance, symmetric and positive definite, [..., n, n].</param>
    /// <returns>A tensor [..., n], with the axes before the last of both, broadcast.</returns>
    public Tensor MultivariateNormal(Tensor mean, Tensor covariance)
    {
        CheckMoments(mean, covariance);
        using var scope = NewDisposeScope();
        var batch = mean.select(-1, 0) + covariance.select(-1, 0).select(-1, 0);
        return scope.MoveToOuter(MultivariateNormal(mean, covariance, batch.shape));
    }

    /// <summary>Normal random vectors with a given mean and covariance, as <c>jax.random.multivariate_normal(key, mean, cov, shape)</c>.</summary>
    /// <param name="mean">The mean, [..., n].</param>
    /// <param name="covariance">The covariance, symmetric and positive definite, [..., n, n].</param>
    /// <param name="shape">The shape of the result but for its last axis, to which the axes before the last of the others can be broadcast.</param>
    /// <returns>A tensor [shape..., n].</returns>
    /// <exception cref="ArgumentException">The mean or the covariance has too few axes, or they don't fit.</exception>
    public Tensor MultivariateNormal(Tensor mean, Tensor covariance, ReadOnlySpan<long> shape)
    {
        CheckMoments(mean, covariance);
        using var scope = NewDisposeScope();
        var factor = linalg.cholesky(covariance);
        var standard = On(mean.device).Normal([.. shape, mean.shape[^1]]);
        return scope.MoveToOuter(mean + factor.matmul(standard.unsqueeze(-1)).squeeze(-1));
    }

    private static void CheckMoments(Tensor mean, Tensor covariance)
    {
        if (mean.dim() >= 1 && covariance.dim() >= 2 && covariance.shape[^1] == mean.shape[^1] && covariance.shape[^2] == mean.shape[^1]) return;
        throw new ArgumentException(
            $"The mean must have the shape [..., n] and the covariance [..., n, n], but they have [{Streams.Draw.Text(mean.shape)}] and [{Streams.Draw.Text(covariance.shape)}].");
    }
}
