using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Benchmarks;

/// <summary>What the generator costs an editor: from nothing, and after one edit. The compiler's own work is not part of it.</summary>
public class GeneratorBenchmarks
{
    private const int EditsAnIteration = 20;
    private const int EditsBefore = 300;

    private UserProject project = null!;
    private CSharpCompilation compilation = null!;
    private CSharpCompilation[] edited = [];
    private GeneratorDriver warm = null!;
    private int edits;

    /// <summary>How many templates the project has, ten in a file.</summary>
    [Params(1, 100, 1000)]
    public int Templates { get; set; }

    /// <summary>Makes the project, runs the generator once, and edits for a while: editors run for hours, on code that is compiled for what it does most.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        project = new UserProject(Templates);
        warm = NewDriver().RunGenerators(project.Compilation);
        for (var i = 0; i < EditsBefore; i++)
            warm = warm.RunGenerators(project.EditBody(++edits)).RunGenerators(project.EditOther(edits));
    }

    /// <summary>A project that the generator has never seen.</summary>
    [IterationSetup(Target = nameof(Cold))]
    public void Forget() => compilation = new UserProject(Templates).Compilation;

    /// <summary>Types into a file without templates.</summary>
    [IterationSetup(Target = nameof(EditThatDoesNotMatter))]
    public void EditOther() => edited = [.. Enumerable.Range(0, EditsAnIteration).Select(_ => project.EditOther(++edits))];

    /// <summary>Types into one body.</summary>
    [IterationSetup(Target = nameof(EditInOneBody))]
    public void EditBody() => edited = [.. Enumerable.Range(0, EditsAnIteration).Select(_ => project.EditBody(++edits))];

    /// <summary>The first run.</summary>
    [Benchmark(Baseline = true)]
    public object Cold() => NewDriver().RunGenerators(compilation);

    /// <summary>A run after an edit in a file without templates.</summary>
    [Benchmark(OperationsPerInvoke = EditsAnIteration)]
    public object EditThatDoesNotMatter() => warm = edited.Aggregate(warm, (driver, now) => driver.RunGenerators(now));

    /// <summary>A run after an edit in one body.</summary>
    [Benchmark(OperationsPerInvoke = EditsAnIteration)]
    public object EditInOneBody() => warm = edited.Aggregate(warm, (driver, now) => driver.RunGenerators(now));

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new ParametrizedGenerator().AsSourceGenerator()], parseOptions: UserProject.ParseOptions);
}
