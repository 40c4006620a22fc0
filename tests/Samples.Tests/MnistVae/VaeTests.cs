using JaxNet.Samples.MnistVae.Networks;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistVae;

public class VaeTests
{
    [Fact]
    public void A_network_of_zeros_has_the_elbo_that_one_can_work_out()
    {
        var images = new Key(0).Bernoulli(0.5, [3, 784]).@float();
        var loss = Vae.Loss();
        var parameters = Tree.Map(loss.Init(new Key(1), images), leaf => zeros_like(leaf));

        // Each pixel's logit is 0, so that it takes log 2 nats; each latent has the mean 0 and the variance softplus(0) = log 2,
        // whose divergence from 1 is -(1 + log(log 2) - log 2) / 2.
        var log2 = Math.Log(2);
        var expected = 784 * log2 - Vae.Latents * 0.5 * (1 + Math.Log(log2) - log2);
        Assert.Equal(expected, loss.Apply(parameters, images, new Key(2)).item<float>(), 1e-2);
    }

    [Fact]
    public void Decoding_is_shared_by_all_that_decode()
    {
        var images = zeros([2, 784]);
        var loss = Vae.Loss();
        var parameters = loss.Init(new Key(0), images);
        var (latents, _) = Vae.Encode().ApplyFrom((loss, parameters), images);
        var decoded = Vae.Decode().ApplyFrom((loss, parameters), latents).sigmoid();
        Assert.True(allclose(decoded, Vae.Reconstruct().ApplyFrom((loss, parameters), images)));
        Assert.True(allclose(decoded, Vae.Generate().ApplyFrom((loss, parameters), latents)));
    }
}
