namespace JaxNet.Streams;

/// <summary>Cauchy floats, by the inverse of their distribution function: tan(pi * (u - 1/2)), with u uniform in (0, 1).</summary>
internal readonly unsafe struct CauchyFloats() : IWordMap<float>
{
    private readonly UniformFloats _uniform = new(1.1920929e-7f, 1);

    public void Map(uint* words, float* destination, int count)
    {
        _uniform.Map(words, destination, count);
        for (var i = 0; i < count; i++) destination[i] = MathF.Tan(MathF.PI * (destination[i] - 0.5f));
    }
}
