namespace Packaging.Tests;

/// <summary>The sample for publishing, from the packages: the linker has nothing to object to, and what it leaves trains and saves.</summary>
[Collection(nameof(Machine))]
public sealed class TrimmingTests(Machine machine) 
{
    [Fact]
    public void A_trimmed_program_trains_saves_and_loads()
    {
        // With TorchSharp's own package the linker warns of that package.
        if (Build.Engine != "system") return;

        var (engine, version) = Build.EnginePackage;
        machine.Write("trimmed/Trimmed.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishTrimmed>true</PublishTrimmed>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <EnableAotAnalyzer>true</EnableAotAnalyzer>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RuntimeIdentifier>{Build.RuntimeIdentifier}</RuntimeIdentifier>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="JaxNet" Version="{Build.Version}" />
                <PackageReference Include="{engine}" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        machine.Write("trimmed/Parabola.cs", Guide.Resource("Parabola.cs"));
        machine.Write("trimmed/Program.cs", Guide.Resource("Program.cs"));

        machine.Dotnet("trimmed", "publish", "-o", "out");
        var output = machine.Start("trimmed", "out/Trimmed");

        Assert.Contains("kernel  float32 [1, 32]  32", output);
        Assert.Matches(@"loss 0\.00\d\d, saved and loaded", output);
        Assert.True(machine.Has("trimmed/parabola.safetensors"));
    }
}
