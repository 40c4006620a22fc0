namespace JaxNet;

public static partial class Initializers
{
    /// <summary>
    /// Truncated normal numbers with a variance of 2 / (inputs + outputs): Glorot and Bengio, "Understanding the difficulty
    /// of training deep feedforward neural networks" (2010). For layers before tanh and the like.
    /// </summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer GlorotNormal(int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(1, Fan.Average, Distribution.TruncatedNormal, inAxis, outAxis);

    /// <summary>Uniform numbers with a variance of 2 / (inputs + outputs): Glorot and Bengio (2010).</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer GlorotUniform(int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(1, Fan.Average, Distribution.Uniform, inAxis, outAxis);

    /// <summary>Another name of <see cref="GlorotNormal"/>.</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer XavierNormal(int inAxis = -2, int outAxis = -1) => GlorotNormal(inAxis, outAxis);

    /// <summary>Another name of <see cref="GlorotUniform"/>.</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer XavierUniform(int inAxis = -2, int outAxis = -1) => GlorotUniform(inAxis, outAxis);
}
