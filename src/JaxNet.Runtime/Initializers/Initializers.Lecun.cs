namespace JaxNet;

public static partial class Initializers
{
    /// <summary>
    /// Truncated normal numbers with a variance of 1 / inputs: LeCun, Bottou, Orr, Müller, "Efficient BackProp" (1998). For
    /// layers before selu, too: Klambauer et al., "Self-Normalizing Neural Networks" (2017).
    /// </summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer LecunNormal(int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(1, Fan.In, Distribution.TruncatedNormal, inAxis, outAxis);

    /// <summary>Uniform numbers with a variance of 1 / inputs: LeCun et al. (1998).</summary>
    /// <inheritdoc cref="VarianceScaling(double, Fan, Distribution, int, int)" path="/param[@name='inAxis' or @name='outAxis'] | /remarks"/>
    public static Initializer LecunUniform(int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(1, Fan.In, Distribution.Uniform, inAxis, outAxis);
}
