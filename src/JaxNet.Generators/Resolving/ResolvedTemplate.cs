using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>A template with all that other files say of what it calls: what its generated file is written from.</summary>
/// <param name="IsBroken">Whether a diagnostic says why the body can't be compiled, or something that it calls; then only its declarations are written.</param>
internal sealed record ResolvedTemplate(TemplateModel Model, SummaryTable Summaries, Anchor Anchor, bool IsBroken)
{
    /// <summary>The name of the generated file, which is unique.</summary>
    public string FileName => Model.Surface.FileName + Summaries.Of(Model).Namesakes switch
    {
        0 => ".g.cs",
        var namesakes => $".{namesakes + 1}.g.cs",
    };

    public static ResolvedTemplate From(TemplateReading template, SummaryTable all) => new(
        template.Model,
        all.PartFor(template.Model),
        template.Anchor,
        IsBroken: template.Model.Body is not { } body ||
            all.Of(template.Model).Recursion is not null ||
            body.Members.Any(all.IsMissing) ||
            template.Misplaced.Any(misplaced => all.HasParameters(body.Members[misplaced.Member])));
}
