namespace JaxNet;

public static partial class Initializers
{
    /// <summary>
    /// Truncated normal numbers with a variance of 2 / inputs: He, Zhang, Ren, Sun, "Delving deep into rectifiers" (2015).
    /// For layers before relu.
    /// </summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer HeNormal(int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(2, Fan.In, Distribution.TruncatedNormal, inAxis, outAxis);

    /// <summary>Uniform numbers with a variance of 2 / inputs: He et al. (2015).</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer HeUniform(int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(2, Fan.In, Distribution.Uniform, inAxis, outAxis);

    /// <summary>Another name of <see cref="HeNormal"/>.</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer KaimingNormal(int inAxis = -2, int outAxis = -1) => HeNormal(inAxis, outAxis);

    /// <summary>Another name of <see cref="HeUniform"/>.</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer KaimingUniform(int inAxis = -2, int outAxis = -1) => HeUniform(inAxis, outAxis);
}
