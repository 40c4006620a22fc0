namespace JaxNetApp;

/// <summary>Points on two spirals that wind around each other.</summary>
public static class SpiralData
{
    private const double Turns = 1.5;
    private const double Noise = 0.02;

    /// <summary>Points [count, 2] and labels [count]. The same key gives the same points.</summary>
    public static (Tensor Points, Tensor Labels) Sample(Key key, long count)
    {
        var keys = key.Split(3);
        var distance = keys[0].Uniform([count]).sqrt();
        var labels = keys[1].Bernoulli(0.5, [count]).@long();
        var angle = distance * (2 * Math.PI * Turns) + labels * Math.PI;
        var points = stack([distance * angle.cos(), distance * angle.sin()], 1);
        return (points + Noise * keys[2].Normal([count, 2]), labels);
    }
}
