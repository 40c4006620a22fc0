namespace JaxNet.Tests;

public class ScheduleTests
{
    public static TheoryData<string, Schedule> Cases => new()
    {
        { "exponential", Schedules.Exponential(0.5, 1, 0.9) },
        { "inverse time", Schedules.InverseTime(0.5, 4, 1) },
        { "polynomial", Schedules.Polynomial(0.5, 20, final: 0, power: 2) },
        { "piecewise", Schedules.Piecewise([4, 19], [0.5, 0.05, 0.005]) },
        { "cosine", Schedules.Cosine(0.5, 29, final: 0.1) },
        { "warm-up", Schedules.WarmUp(10, Schedules.Constant(0.5), initial: 0.1) },
        { "one cycle", Schedules.OneCycle(0.5, 31) },
        { "joined", Schedules.Join([Schedules.Constant(0.05), Schedules.Exponential(0.5, 1, 0.9)], [10]) },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Rates_are_those_of_pytorch(string name, Schedule schedule)
    {
        var expected = TrajectoryTests.Load().GetProperty("schedules").GetProperty(name).EnumerateArray().Select(rate => rate.GetDouble());
        Assert.All(expected, (rate, step) => Assert.Equal(rate, schedule(step), 1e-12));
    }

    [Fact]
    public void What_has_come_to_its_end_stays_there()
    {
        Assert.Equal(0.1, Schedules.Polynomial(0.5, 20, final: 0.1)(1000));
        Assert.Equal(0.1, Schedules.Cosine(0.5, 20, final: 0.1)(1000), 1e-12);
        Assert.Equal(0.5 / 25 / 1e4, Schedules.OneCycle(0.5, 31)(1000), 1e-12);
    }

    [Fact]
    public void One_cycle_can_rise_for_no_time_and_for_all_of_it()
    {
        // A tenth of ten steps is the first, at which the peak is, where the line from the start to it has no length.
        Assert.Equal(0.5, Schedules.OneCycle(0.5, 10, rise: 0.1)(0));
        Assert.Equal(0.5 / 25, Schedules.OneCycle(0.5, 10, rise: 1)(0), 1e-12);
        Assert.Equal(0.5, Schedules.OneCycle(0.5, 10, rise: 1)(9), 1e-12);
        Assert.Equal(0.5 / 25 / 1e4, Schedules.OneCycle(0.5, 10, rise: 1)(10), 1e-12);

        // By then a tenth of the way down is behind it.
        Assert.Equal(Schedules.Cosine(0.5, 10, final: 0.5 / 25 / 1e4)(1), Schedules.OneCycle(0.5, 10, rise: 0)(0), 1e-12);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void One_cycle_rises_for_a_part_of_its_steps(double rise) =>
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Schedules.OneCycle(0.5, 10, rise)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_warm_up_of_no_steps_is_none() => Assert.Equal(0.5, Schedules.WarmUp(0, Schedules.Constant(0.5))(0));

    [Fact]
    public void A_staircase_goes_down_in_whole_units()
    {
        var staircase = Schedules.InverseTime(1, 4, 1, staircase: true);
        Assert.Equal([1, 1, 0.5, 0.5, 1.0 / 3], new long[] { 0, 3, 4, 7, 8 }.Select(step => staircase(step)));
    }

    [Fact]
    public void Boundaries_have_to_fit()
    {
        Assert.Contains("2 pieces, and so 1 boundaries", Assert.Throws<ArgumentException>(() => Schedules.Piecewise([], [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("have to ascend, but were 5, 3", Assert.Throws<ArgumentException>(() => Schedules.Piecewise([5, 3], [1, 2, 3])).Message, StringComparison.Ordinal);
    }
}
