using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Writes the type of a template's running state: names and types for what the runtime keeps by name.</summary>
internal sealed class StateWriter(SourceWriter writer, TemplateSurface surface, ResolvedStates states)
{
    private readonly string _base = surface.Context.Glue["RunningState"];

    public void Write()
    {
        Write($"{surface.Prefix}State", surface.TypeAccessibility, $"The running state of <c>{surface.Name}</c>.", [.. states.Values, .. states.Submodules]);
        writer.Line();
    }

    private void Write(string type, string accessibility, string summary, IReadOnlyList<ResolvedState> parts)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        var isOuter = type == $"{surface.Prefix}State";
        writer.Open($"{accessibility} sealed record {(isOuter ? surface.StateType : type)} : {_base}{(isOuter ? surface.OwnConstraints : "")}");
        writer.Line("/// <summary>Nothing yet: each value starts with its initial one.</summary>");
        writer.Line($"public {type}()");
        EmptyBody();
        writer.Line();
        writer.Line("/// <summary>The same values, typed.</summary>");
        writer.Line($"public {type}({_base} state)");
        writer.Indent();
        writer.Line(": base(state)");
        writer.Unindent();
        EmptyBody();
        foreach (var part in parts)
        {
            writer.Line();
            writer.Line($"/// <summary>{Documentation.Sentence(part.Summary)}</summary>");
            writer.Line($"{(part.Access == MemberAccess.Internal ? "internal" : "public")} {part.Type} {part.Name} {{ get => {ValueOf(part)}; init => base.Set<{Kept(part)}>(\"{part.Path}\", value); }}");
        }

        foreach (var list in parts.Where(part => part.Layers is not null))
        {
            writer.Line();
            Write(list.Type, list.Access == MemberAccess.Internal ? "internal" : "public", $"The running state of the layers of <c>{list.Name}</c> in <c>{surface.Name}</c>.", list.Layers!);
        }

        writer.Close();
    }

    private string Kept(ResolvedState part) => part.IsView ? _base : part.Type;

    private string ValueOf(ResolvedState part) => part.IsView ? $"new(base[\"{part.Path}\"])" : $"base.Value<{part.Type}>(\"{part.Path}\")";

    private void EmptyBody()
    {
        writer.Line("{");
        writer.Line("}");
    }
}
