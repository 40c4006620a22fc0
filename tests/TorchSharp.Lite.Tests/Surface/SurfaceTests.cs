namespace TorchSharp.Lite.Tests.Surface;

/// <summary>
/// What compiles against Lite has to compile against the TorchSharp packages, of any version that JaxNet supports. So Lite
/// may have less than they have, never anything else: no member, no default value, no type.
/// </summary>
public class SurfaceTests
{
    private static readonly HashSet<string> stable = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "torchsharp-api.txt"))];

    [Fact]
    public void EveryPublicMemberIsOneOfTorchSharp()
    {
        var foreign = ApiFormat.Of(typeof(torch).Assembly).Where(line => !stable.Contains(line)).ToList();

        Assert.True(foreign.Count == 0, $"{foreign.Count} public members that TorchSharp does not have:\n{string.Join("\n", foreign)}");
    }

    /// <summary>A formatter that writes nothing, or writes it differently, would let anything pass.</summary>
    [Fact]
    public void TheSurfaceIsAsLargeAsItShouldBe()
    {
        var known = ApiFormat.Of(typeof(torch).Assembly).Count(stable.Contains);

        Assert.InRange(known, 1500, stable.Count);
    }

    [Theory]
    [InlineData("type TorchSharp.Lite.Tests.Surface.SurfaceTests.Foreign")]
    [InlineData("TorchSharp.Lite.Tests.Surface.SurfaceTests.Foreign.add(TorchSharp.torch.Tensor left, System.Nullable<System.Int64> dim = null, System.Double p = 1E-05) : TorchSharp.torch.Tensor static")]
    [InlineData("TorchSharp.Lite.Tests.Surface.SurfaceTests.Foreign.value<T>(T[,] grid) : System.ValueTuple<T,T>")]
    [InlineData("TorchSharp.Lite.Tests.Surface.SurfaceTests.Foreign.Size[] : System.Int64 {get;set;}")]
    public void AMemberThatTorchSharpDoesNotHaveIsSeen(string line)
    {
        Assert.Contains(line, ApiFormat.Of(typeof(Foreign)));
        Assert.DoesNotContain(line, stable);
    }

    [Fact]
    public void TheAssemblyTakesThePlaceOfThePackages()
    {
        var name = typeof(torch).Assembly.GetName();

        Assert.Equal("TorchSharp", name.Name);
        Assert.Equal("67b0e5e1da516a1c", Convert.ToHexStringLower(name.GetPublicKeyToken()!));
        Assert.True(name.Version >= new Version(0, 106, 0, 0), $"{name.Version}");
    }

    public class Foreign
    {
        public long Size { get; set; }

        public static torch.Tensor add(torch.Tensor left, long? dim = null, double p = 1e-5) => left.sum(dim ?? 0).mul(p);

        public (T, T) value<T>(T[,] grid) => (grid[0, 0], grid[0, 0]);
    }
}
