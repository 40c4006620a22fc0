namespace Packaging.Tests;

/// <summary>The three ways to start, each from the packages, in a folder of its own outside of the repository, to its end.</summary>
[Collection(nameof(Machine))]
public sealed class StartTests(Machine machine)
{
    [Fact]
    public void A_project_from_the_template_trains_and_its_tests_pass()
    {
        machine.Dotnet("template", "new", "install", Path.Combine(Build.Packages, $"JaxNet.Templates.{Build.Version}.nupkg"));
        machine.Dotnet("template", "new", "jaxnet", "-o", "My.Net", "--engine", Build.Engine);
        machine.Dotnet("template/My.Net", "build", "-m:1");

        var training = machine.Dotnet("template/My.Net", "run", "--no-build", "--project", "My.Net");
        Assert.Contains("kernel      float32 [64, 64]  4,096", training);
        Assert.Contains("epoch 20: test accuracy 99", training);
        Assert.True(machine.Has("template/My.Net/spirals.safetensors"));

        var tests = machine.Dotnet("template/My.Net", "test", "--no-build");
        Assert.Contains("Passed:     3", tests);
    }

    [Fact]
    public void A_program_of_one_file_trains()
    {
        machine.Write("file/net.cs", Guide.OneFileProgram);
        Assert.Equal(Guide.ProgramPrints, machine.Dotnet("file", "run", "net.cs").Trim());
    }

    [Fact]
    public void An_existing_project_trains_once_the_packages_are_added()
    {
        machine.Dotnet("existing", "new", "console", "--no-restore");
        machine.Dotnet("existing", "add", "package", "JaxNet", "--version", Build.Version);
        machine.Write("existing/Program.cs", Guide.Program);

        // No engine yet: the error says what to add.
        var problem = machine.DotnetFails("existing", "build", "--no-restore");
        Assert.Contains("error JXN0101: JaxNet has no engine", problem);
        Assert.Contains($"dotnet add package {Build.EnginePackage.Name}", problem);
        Assert.DoesNotContain("CS0012", problem);

        machine.Dotnet("existing", "add", "package", Build.EnginePackage.Name, "--version", Build.EnginePackage.Version);
        Assert.Equal(Guide.ProgramPrints, machine.Dotnet("existing", "run").Trim());

        // Without the usings the same file means nothing.
        Assert.Contains("error CS0246", machine.DotnetFails("existing", "build", "--no-restore", "-p:JaxNetImplicitUsings=false"));
    }
}
