namespace JaxNet;

/// <summary>How a window that slides over its inputs treats the border, as in JAX; <c>default</c> is <see cref="Valid"/>.</summary>
public readonly record struct WindowPadding
{
    private readonly Kind _kind;
    private readonly (long Low, long High)[]? _explicit;

    private WindowPadding(Kind kind, (long Low, long High)[]? amounts = null) => (_kind, _explicit) = (kind, amounts);

    private enum Kind
    {
        Valid,
        Same,
        SameLower,
        Explicit,
    }

    /// <summary>None: the window stays inside, and the output is smaller than the input.</summary>
    public static WindowPadding Valid => default;

    /// <summary>As much as makes the output as large as the input divided by the stride, rounded up; an odd one more goes behind.</summary>
    public static WindowPadding Same { get; } = new(Kind.Same);

    /// <summary>As <see cref="Same"/>, but an odd one more goes in front.</summary>
    public static WindowPadding SameLower { get; } = new(Kind.SameLower);

    /// <summary>So much in front of and behind each axis.</summary>
    /// <param name="axes">For each axis, in front of its first element and behind its last: for images the height, then the width.</param>
    /// <returns>The padding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    public static WindowPadding Explicit(params (long Low, long High)[] axes)
    {
        foreach (var (low, high) in axes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(low, nameof(axes));
            ArgumentOutOfRangeException.ThrowIfNegative(high, nameof(axes));
        }

        return new(Kind.Explicit, [.. axes]);
    }

    /// <summary>JAX's names: <c>"SAME"</c>, <c>"SAME_LOWER"</c> and <c>"VALID"</c>, in any case.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such padding.</exception>
    public static implicit operator WindowPadding(string name) => name.ToUpperInvariant() switch
    {
        "SAME" => Same,
        "SAME_LOWER" => SameLower,
        "VALID" => Valid,
        _ => throw new ArgumentException($"There is no padding '{name}'. Write \"SAME\", \"SAME_LOWER\", \"VALID\" or WindowPadding.Explicit((1, 1), (1, 1)).", nameof(name)),
    };

    /// <summary>Whether the two are the same padding, of the same amounts.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Whether they are.</returns>
    public bool Equals(WindowPadding other) => _kind == other._kind && Amounts.SequenceEqual(other.Amounts);

    /// <inheritdoc/>
    public override int GetHashCode() => Amounts.Aggregate(_kind.GetHashCode(), HashCode.Combine);

    /// <summary>JAX's name of the padding, or its amounts.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => _kind switch
    {
        Kind.Same => "SAME",
        Kind.SameLower => "SAME_LOWER",
        Kind.Valid => "VALID",
        _ => $"({string.Join(", ", Amounts)})",
    };

    /// <summary>What goes in front of and behind each axis.</summary>
    /// <exception cref="ArgumentException">The explicit amounts are for another number of axes.</exception>
    internal (long Low, long High)[] For(long[] sizes, long[] window, long[] strides, long[] dilation)
    {
        var kind = _kind;
        return kind switch
        {
            Kind.Valid => new (long, long)[sizes.Length],
            Kind.Explicit => ForAxes(sizes.Length),
            _ => [.. sizes.Select((size, i) => SameFor(kind, size, window[i], strides[i], dilation[i]))],
        };
    }

    /// <summary>
    /// What a transposed convolution puts in front of and behind each axis, once zeros are between its inputs: as much as undoes
    /// the sizes of a convolution with this padding.
    /// </summary>
    /// <exception cref="ArgumentException">The explicit amounts are for another number of axes.</exception>
    internal (long Low, long High)[] ForTransposed(long[] window, long[] strides, long[] dilation)
    {
        if (_kind == Kind.Explicit)
            return ForAxes(window.Length);

        var kind = _kind;
        return [.. window.Select((size, i) => TransposedFor(kind, ((size - 1) * dilation[i]) + 1, strides[i]))];
    }

    private IEnumerable<(long Low, long High)> Amounts => _explicit ?? [];

    private (long Low, long High)[] ForAxes(int count) => _explicit!.Length == count
        ? _explicit
        : throw new ArgumentException($"The padding {this} has amounts for {_explicit.Length} axes, but the window moves along {count}.");

    /// <summary>The padding of one axis that TensorFlow and JAX call SAME.</summary>
    private static (long Low, long High) SameFor(Kind kind, long size, long window, long stride, long dilation)
    {
        var covered = ((window - 1) * dilation) + 1;
        var outputs = (size + stride - 1) / stride;
        var total = Math.Max(((outputs - 1) * stride) + covered - size, 0);
        return Split(total, (kind == Kind.SameLower ? total + 1 : total) / 2);
    }

    private static (long Low, long High) TransposedFor(Kind kind, long covered, long stride)
    {
        // A whole window but one around all inputs would make the largest output; SAME cuts it to size * stride.
        if (kind == Kind.Valid)
            return (covered - 1, Math.Max(covered, stride) - 1);

        var total = covered + stride - 2;
        return Split(total, stride > covered - 1 ? covered - 1 : (total + 1) / 2);
    }

    private static (long Low, long High) Split(long total, long low) => (low, total - low);
}
