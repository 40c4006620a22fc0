namespace Packaging.Tests;

/// <summary>
/// The sample for publishing, from the packages: neither the linker nor the native compiler has anything to object to, and what they leave trains and
/// saves.
/// </summary>
[Collection(nameof(Machine))]
public sealed class PublishingTests(Machine machine)
{
    [Fact]
    public void A_trimmed_program_trains_saves_and_loads() => Publishes("trimmed", "PublishTrimmed");

    [NativeFact]
    public void A_program_compiled_ahead_of_time_trains_saves_and_loads()
    {
        Publishes("native", "PublishAot");
        Assert.False(machine.Has("native/out/Published.dll"));
    }

    [NativeFact]
    public void A_program_of_one_file_is_compiled_ahead_of_time()
    {
        if (Build.Engine != "system") return;

        machine.Write("native-file/net.cs", Guide.OneFileProgram.Replace("#:property PublishAot=false\n", ""));
        machine.Dotnet("native-file", "publish", "net.cs", "-o", "out");

        Assert.Equal(Guide.ProgramPrints, machine.Start("native-file", "out/net").Trim());
    }

    private void Publishes(string folder, string how)
    {
        // With TorchSharp's own package the linker warns of that package.
        if (Build.Engine != "system") return;

        var (engine, version) = Build.EnginePackage;
        machine.Write($"{folder}/Published.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <{how}>true</{how}>
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
        machine.Write($"{folder}/Parabola.cs", Guide.Resource("Parabola.cs"));
        machine.Write($"{folder}/Program.cs", Guide.Resource("Program.cs"));

        machine.Dotnet(folder, "publish", "-o", "out");
        var output = machine.Start(folder, "out/Published");

        Assert.Contains("kernel  float32 [1, 32]  32", output);
        Assert.Matches(@"loss 0\.00\d\d, saved and loaded", output);
        Assert.True(machine.Has($"{folder}/parabola.safetensors"));
    }
}
