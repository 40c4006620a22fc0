using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>A template with all that other files say of what it calls: what its generated file is written from.</summary>
/// <param name="IsBroken">Whether a diagnostic says why the body can't be compiled; then only its declarations are written.</param>
internal sealed record ResolvedTemplate(TemplateModel Model, SummaryTable Summaries, Anchor Anchor, bool IsBroken)
{
    /// <summary>The name of the generated file: unique, and readable in a debugger.</summary>
    public string FileName
    {
        get
        {
            var context = Model.Surface.Context;
            var types = context.Types.Select(header => header.Substring(header.LastIndexOf(' ') + 1));
            return string.Join(".", types.Prepend(context.Namespace).Append(Model.Surface.Prefix).Where(part => part.Length > 0)).Replace("@", "") + ".g.cs";
        }
    }

    public static ResolvedTemplate From(TemplateReading template, SummaryTable all) => new(
        template.Model,
        all.PartFor(template.Model),
        template.Anchor,
        IsBroken: template.Model.Body is not { } body ||
            all.Of(template.Model).RecursesThrough is not null ||
            template.Misplaced.Any(misplaced => all.HasParameters(body.Members[misplaced.Member])));
}
