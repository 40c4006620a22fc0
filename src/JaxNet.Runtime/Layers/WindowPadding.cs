namespace JaxNet;

/// <summary>How a window that slides over an image treats the border, as in JAX; <c>default</c> is <see cref="Valid"/>.</summary>
public readonly record struct WindowPadding
{
    private readonly ((long Low, long High) Height, (long Low, long High) Width)? _explicit;

    private WindowPadding(bool isSame, ((long, long), (long, long))? amounts) => (IsSame, _explicit) = (isSame, amounts);

    /// <summary>None: the window stays inside, and the output is smaller than the input.</summary>
    public static WindowPadding Valid => default;

    /// <summary>As much as makes the output as large as the input divided by the stride, rounded up; an odd one more goes behind.</summary>
    public static WindowPadding Same { get; } = new(isSame: true, null);

    private bool IsSame { get; }

    /// <summary>So much in front of and behind each axis.</summary>
    /// <param name="height">In front of the first row, and behind the last.</param>
    /// <param name="width">In front of the first column, and behind the last.</param>
    /// <returns>The padding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    public static WindowPadding Explicit((long Low, long High) height, (long Low, long High) width)
    {
        foreach (var amount in new[] { height.Low, height.High, width.Low, width.High })
            ArgumentOutOfRangeException.ThrowIfNegative(amount);

        return new(isSame: false, (height, width));
    }

    /// <summary>JAX's names: <c>"SAME"</c> and <c>"VALID"</c>, in any case.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such padding.</exception>
    public static implicit operator WindowPadding(string name) => name.ToUpperInvariant() switch
    {
        "SAME" => Same,
        "VALID" => Valid,
        _ => throw new ArgumentException($"There is no padding '{name}'. Write \"SAME\", \"VALID\" or WindowPadding.Explicit((1, 1), (1, 1)).", nameof(name)),
    };

    /// <summary>JAX's name of the padding, or its amounts.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => _explicit is { } amounts ? $"({amounts.Height}, {amounts.Width})" : IsSame ? "SAME" : "VALID";

    /// <summary>What goes in front of and behind each of the two axes of an image.</summary>
    internal ((long Low, long High) Height, (long Low, long High) Width) For(
        (long Height, long Width) image, (long Height, long Width) window, (long Height, long Width) strides, (long Height, long Width) dilation)
    {
        if (_explicit is { } amounts)
            return amounts;

        return IsSame
            ? (SameFor(image.Height, window.Height, strides.Height, dilation.Height), SameFor(image.Width, window.Width, strides.Width, dilation.Width))
            : default;
    }

    /// <summary>The padding of one axis that TensorFlow and JAX call SAME.</summary>
    private static (long Low, long High) SameFor(long size, long window, long stride, long dilation)
    {
        var covered = ((window - 1) * dilation) + 1;
        var outputs = (size + stride - 1) / stride;
        var total = Math.Max(((outputs - 1) * stride) + covered - size, 0);
        return (total / 2, total - (total / 2));
    }
}
