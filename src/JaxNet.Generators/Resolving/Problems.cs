using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>What is wrong with a file's templates, once it is known what their calls stand for.</summary>
internal static class Problems
{
    public static IEnumerable<DiagnosticInfo> Of(FileReading file, SummaryTable summaries) =>
        file.Problems.Concat(file.Templates.SelectMany(template => Of(template, summaries)));

    private static IEnumerable<DiagnosticInfo> Of(TemplateReading template, SummaryTable summaries)
    {
        foreach (var known in template.Problems)
            yield return known;

        if (summaries.Of(template.Model).Recursion is { } recursion)
        {
            var why = recursion.IsConditional
                ? "but has no hyperparameters and so is one module, which cannot be a part of itself; give it a hyperparameter"
                : "so that its parameters would have no end; write the repetition as a template with a list of layers";
            yield return template.Name with { Descriptor = Diagnostics.Recursion, Arguments = new[] { template.Model.Surface.Name, recursion.Path, why }.ToEquatableArray() };
        }

        if (summaries.Of(template.Model).KeepsState && template.Model.Surface is { StateOwner: { } owner } surface)
        {
            yield return template.Name with
            {
                Descriptor = Diagnostics.NameTaken,
                Arguments = new[] { surface.Name, $"{surface.Prefix}State", owner }.ToEquatableArray(),
            };
        }

        if (template.Model.Body is not { } body)
            yield break;

        foreach (var problem in template.Misplaced.Where(misplaced => summaries.HasParameters(body.Members[misplaced.Member])).Select(misplaced => misplaced.Problem).Distinct())
            yield return problem;
    }
}
