using JaxNet.Generators.Model;
using JaxNet.Generators.Reading;
using JaxNet.Generators.Resolving;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>
/// What each step of the pipeline did in a run, as one line of text a step: <c>Net.cs Modified, Other.cs Cached</c>. Cached
/// did not run; Unchanged ran, and came to the same result.
/// </summary>
internal static class StepReasons
{
    /// <summary>The files with templates.</summary>
    public static string Files(this Run run) => Line(run, TrackingNames.Files, value => ((FileToRead)value).Tree.FilePath);

    /// <summary>Which files were read.</summary>
    public static string Read(this Run run) => Line(run, TrackingNames.Read, value => ((FileReading)value).Templates[0].Anchor.File);

    /// <summary>What reading said of each template, wherever it stands.</summary>
    public static string Templates(this Run run) => Line(run, TrackingNames.Template, value => ((TemplateModel)value).Surface.Name);

    /// <summary>What templates have to know of each other.</summary>
    public static string Summaries(this Run run) => Line(run, TrackingNames.Summaries, _ => "all");

    /// <summary>What files are written from.</summary>
    public static string Resolved(this Run run) => Line(run, TrackingNames.Resolved, value => ((ResolvedTemplate)value).Model.Surface.Name);

    /// <summary>The files that were written; all others are those of the run before.</summary>
    public static string Written(this Run run) => string.Join(", ", run.OutputSteps
        .Where(step => step.Outputs.Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed)))
        .SelectMany(step => step.Inputs.Select(input => input.Source.Outputs[input.OutputIndex].Value))
        .OfType<ResolvedTemplate>()
        .Select(template => template.FileName)
        .Order(StringComparer.Ordinal));

    private static string Line(Run run, string step, Func<object, string> name) =>
        string.Join(", ", run.Outputs(step).Select(output => $"{name(output.Value)} {output.Reason}"));
}
