using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Reading;
using JaxNet.Generators.Resolving;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators;

/// <summary>
/// Compiles <c>[Parametrized]</c> methods: reads them file by file, solves what they have to know of each other, and
/// writes a file for each.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ParametrizedGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readings = context.CompilationProvider
            .SelectMany(BindingContext.FilesToRead)
            .WithTrackingName(TrackingNames.Files)
            .Select(TemplateReader.Read)
            .WithTrackingName(TrackingNames.Read);

        var templates = readings.SelectMany((file, _) => file.Templates);

        var summaries = templates
            .Select((template, _) => template.Model)
            .WithTrackingName(TrackingNames.Template)
            .Select((model, _) => model.WithoutText())
            .Collect()
            .Select((models, _) => SummaryTable.Solve(models))
            .WithTrackingName(TrackingNames.Summaries);

        var resolved = templates
            .Combine(summaries)
            .Select((pair, _) => ResolvedTemplate.From(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Resolved);

        context.RegisterSourceOutput(resolved, (output, template) => output.AddSource(template.FileName, TemplateFile.Write(template)));

        // The trees that problems stand in come with the compilation, which costs nothing where there are none.
        var problems = readings.Combine(summaries).SelectMany((pair, _) => Problems.Of(pair.Left, pair.Right));
        context.RegisterSourceOutput(
            problems.Combine(context.CompilationProvider),
            (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));

        context.RegisterSourceOutput(
            context.CompilationProvider.SelectMany(ForgottenAttributes.In).Combine(context.CompilationProvider),
            (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));
    }
}
