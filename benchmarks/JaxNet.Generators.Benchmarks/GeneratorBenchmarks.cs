using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Benchmarks;

/// <summary>What the generator costs an editor: from nothing, and after one edit. The compiler's own work is not part of it.</summary>
public class GeneratorBenchmarks
{
    private UserProject project = null!;
    private CSharpCompilation compilation = null!;
    private GeneratorDriver warm = null!;
    private int edits;

    /// <summary>How many templates the project has, ten in a file.</summary>
    [Params(1, 100, 1000)]
    public int Templates { get; set; }

    /// <summary>Makes the project, and runs the generator once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        project = new UserProject(Templates);
        warm = NewDriver().RunGenerators(project.Compilation);
    }

    /// <summary>A project that the generator has never seen.</summary>
    [IterationSetup(Target = nameof(Cold))]
    public void Forget() => compilation = new UserProject(Templates).Compilation;

    /// <summary>Types into a file without templates.</summary>
    [IterationSetup(Target = nameof(EditThatDoesNotMatter))]
    public void EditOther() => compilation = project.EditOther(++edits);

    /// <summary>Types into one body.</summary>
    [IterationSetup(Target = nameof(EditInOneBody))]
    public void EditBody() => compilation = project.EditBody(++edits);

    /// <summary>The first run.</summary>
    [Benchmark(Baseline = true)]
    public object Cold() => NewDriver().RunGenerators(compilation);

    /// <summary>A run after an edit in a file without templates.</summary>
    [Benchmark]
    public object EditThatDoesNotMatter() => warm = warm.RunGenerators(compilation);

    /// <summary>A run after an edit in one body.</summary>
    [Benchmark]
    public object EditInOneBody() => warm = warm.RunGenerators(compilation);

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new ParametrizedGenerator().AsSourceGenerator()], parseOptions: UserProject.ParseOptions);
}
