namespace JaxNet.Benchmarks.Works;

/// <summary>Something that both sides do, and that is timed.</summary>
/// <param name="name">By which the peers know it.</param>
/// <param name="title">What the table calls it.</param>
/// <param name="goal">The ratio of the times, JaxNet's to PyTorch's, that is aimed at.</param>
/// <param name="cost">What it takes at least.</param>
internal abstract class Work(string name, string title, double goal, Cost cost)
{
    public string Name => name;

    public string Title => title;

    public double Goal => goal;

    public Cost Cost => cost;

    /// <summary>How far the two sides' numbers may lie apart, as a part of the largest.</summary>
    public virtual double Tolerance => 1e-3;

    /// <summary>How many steps are taken before the numbers are compared.</summary>
    public virtual int CheckedSteps => 20;

    /// <summary>Makes the values that both sides start from.</summary>
    /// <param name="file">Where to write them for the other side; null if it has them.</param>
    public abstract void Prepare(string? file);

    /// <summary>What both sides must agree in, from the start on.</summary>
    public abstract double[] Check(int steps);

    /// <summary>The work, once.</summary>
    public abstract void Step();
}
