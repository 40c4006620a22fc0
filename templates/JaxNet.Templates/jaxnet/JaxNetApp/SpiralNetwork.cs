namespace JaxNetApp;

/// <summary>Tells for points of the plane to which of two spirals they belong.</summary>
public static partial class SpiralNetwork
{
    /// <summary>Two scores for each point.</summary>
    /// <param name="points">[points, 2]</param>
    [Parametrized]
    public static partial Tensor Predict(Tensor points) =>
        Sequential(points, Dense(64), Relu, Dense(64), Relu, Dense(2));

    /// <summary>The mean cross entropy.</summary>
    /// <param name="points">[points, 2]</param>
    /// <param name="labels">[points], 0 or 1</param>
    [Parametrized]
    public static partial Tensor Loss(Tensor points, Tensor labels) =>
        nn.functional.cross_entropy(Predict(points), labels);

    /// <summary>The part of the points that it tells right, between 0 and 1.</summary>
    [Parametrized]
    public static partial Tensor Accuracy(Tensor points, Tensor labels) =>
        Predict(points).argmax(1).eq(labels).@float().mean();
}
