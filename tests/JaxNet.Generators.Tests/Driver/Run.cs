using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>What one run of the generator gave, and what the compiler says of it.</summary>
internal sealed class Run
{
    private readonly GeneratorRunResult _result;
    private readonly Lazy<IReadOnlyList<Diagnostic>> _problems;

    public Run(GeneratorRunResult result, CSharpCompilation compilation)
    {
        if (result.Exception is not null)
            throw new InvalidOperationException("The generator threw.", result.Exception);

        (_result, Compilation) = (result, compilation);
        CompilerMessages = MessagesOf(compilation);
        _problems = new(() => [.. result.Diagnostics.Where(problem => !problem.IsSuppressed), .. RuleSet.Of(compilation)]);
    }

    /// <summary>The user's files together with the generated ones.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>What JaxNet reports: the generator of what it reads, and the analyzers of final code.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems.Value;

    /// <summary>What the compiler reports of both kinds of files, warnings included: the project is strict, and takes them for errors.</summary>
    public IReadOnlyList<Diagnostic> CompilerMessages { get; }

    /// <summary>The generated files, in the order of their names.</summary>
    public IReadOnlyList<(string Name, string Text)> Files =>
        [.. _result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => (source.HintName, source.SourceText.ToString()))];

    /// <summary>The text of one generated file.</summary>
    public string File(string name) => Files.Single(file => file.Name == name).Text;

    /// <summary>Why each output of a step is there, in the order of the pipeline.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Steps(step).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>Each output of a step, and why it is there.</summary>
    public IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        [.. Steps(step).SelectMany(run => run.Outputs).Select(output => (output.Value, output.Reason))];

    /// <summary>The last steps: those that write files, and those that report.</summary>
    public IReadOnlyList<IncrementalGeneratorRunStep> OutputSteps => [.. _result.TrackedOutputSteps.SelectMany(step => step.Value)];

    /// <summary>Why each file that the generator wrote, and each report, is there.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. OutputSteps.SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>Fails unless neither JaxNet nor the compiler has anything to object to.</summary>
    public Run AssertClean()
    {
        var objections = Problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(objections.Count == 0, string.Join("\n", objections));
        AssertCompiles();

        // Silence must not mean that a body was given up.
        Assert.All(Files, file => Assert.DoesNotContain("could not be compiled", file.Text));
        return this;
    }

    /// <summary>Fails if the compiler has anything to say.</summary>
    public Run AssertCompiles()
    {
        Assert.True(CompilerMessages.Count == 0, string.Join("\n", CompilerMessages.Select(Describe)));
        return this;
    }

    /// <summary>A message with the line that it is about, which a failing test needs where the file is generated.</summary>
    public static string Describe(Diagnostic message)
    {
        var line = message.Location.SourceTree?.GetText().Lines.GetLineFromPosition(message.Location.SourceSpan.Start).ToString();
        return $"{Path.GetFileName(message.Location.SourceTree?.FilePath)}: {message.Id} {message.GetMessage()} | {line?.Trim()}";
    }

    private IEnumerable<IncrementalGeneratorRunStep> Steps(string step) =>
        _result.TrackedSteps.TryGetValue(step, out var runs) ? runs : [];

    private static IReadOnlyList<Diagnostic> MessagesOf(CSharpCompilation compilation)
    {
        var messages = Relevant(compilation.GetDiagnostics());
        if (!messages.Any(message => message.IsWarningAsError))
            return messages;

        // Only the analyzer driver asks suppressors.
        return Relevant(compilation
            .WithAnalyzers([new TemplateWarningSuppressor()])
            .GetAllDiagnosticsAsync().GetAwaiter().GetResult());
    }

    private static IReadOnlyList<Diagnostic> Relevant(IEnumerable<Diagnostic> all) =>
        [.. all.Where(message => message.Severity >= DiagnosticSeverity.Warning && !message.IsSuppressed)];
}
