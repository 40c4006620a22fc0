using System.Globalization;

namespace JaxNet;

/// <summary>A learning rate, constant or not, with what it looks like in print.</summary>
internal readonly struct Rate
{
    private readonly double? _constant;

    private Rate(Schedule schedule, double? constant) => (Schedule, _constant) = (schedule, constant);

    public Schedule Schedule { get; }

    /// <exception cref="ArgumentOutOfRangeException">It is negative, infinite or not a number.</exception>
    public static implicit operator Rate(double constant) => constant >= 0 && double.IsFinite(constant)
        ? new(_ => constant, constant)
        : throw new ArgumentOutOfRangeException(
            "learningRate", constant, "A learning rate is 0 or a positive number. To climb up a function, descend its negative: give a loss that is -value.");

    public static implicit operator Rate(Schedule schedule) => new(schedule, constant: null);

    public override string ToString() => _constant?.ToString(CultureInfo.InvariantCulture) ?? "schedule";
}
