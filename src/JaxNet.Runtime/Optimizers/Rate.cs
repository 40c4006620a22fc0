using System.Globalization;

namespace JaxNet;

/// <summary>A learning rate, constant or not, with what it looks like in print.</summary>
internal readonly struct Rate
{
    private readonly double? _constant;

    private Rate(Schedule schedule, double? constant) => (Schedule, _constant) = (schedule, constant);

    public Schedule Schedule { get; }

    public static implicit operator Rate(double constant) => new(_ => constant, constant);

    public static implicit operator Rate(Schedule schedule) => new(schedule, constant: null);

    public override string ToString() => _constant?.ToString(CultureInfo.InvariantCulture) ?? "schedule";
}
