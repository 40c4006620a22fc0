using JaxNet.Benchmarks.Measuring;

namespace JaxNet.Benchmarks.Works;

/// <summary>What a work takes at least: the arithmetic of its matrix products, and the memory that it has to read or write besides.</summary>
/// <param name="Flops">Additions and multiplications.</param>
/// <param name="Bytes">Bytes read plus bytes written.</param>
internal readonly record struct Cost(double Flops, double Bytes)
{
    public static Cost operator +(Cost left, Cost right) => new(left.Flops + right.Flops, left.Bytes + right.Bytes);

    /// <summary>A product of matrices of shape [rows, inner] and [inner, columns].</summary>
    public static Cost Product(double rows, double inner, double columns) => new(2 * rows * inner * columns, 0);

    /// <summary>A training step's products for dense layers: forward, by the kernels, and by the inputs of all layers but the first.</summary>
    public static Cost Dense(double batch, params double[] sizes)
    {
        var cost = default(Cost);
        for (var i = 1; i < sizes.Length; i++)
            cost += new Cost((i == 1 ? 2 : 3) * Product(batch, sizes[i - 1], sizes[i]).Flops, 0);

        return cost;
    }

    /// <summary>An optimizer's pass over single precision parameters: reads them, the gradient and the slots; writes all but the gradient.</summary>
    public static Cost Update(double parameters, int slots) => new(0, parameters * sizeof(float) * (3 + (2 * slots)));

    /// <summary>The least time on a machine, in milliseconds.</summary>
    public double Milliseconds(Speeds machine) => (Flops / machine.GigaFlops + Bytes / machine.GigaBytes) / 1e6;
}
