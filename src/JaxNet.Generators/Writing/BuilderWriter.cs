using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Writes the builder that Init fills.</summary>
internal sealed class BuilderWriter(
    SourceWriter writer, TemplateSurface surface, Summary summary, IReadOnlyList<ResolvedMember?> allMembers)
{
    private readonly GlueNames _glue = surface.Context.Glue;
    private readonly List<ResolvedMember> _members = [.. allMembers.OfType<ResolvedMember>().OrderBy(member => member.Member.Position)];

    public void Write()
    {
        var parameters = surface.ParamsType;
        var baseClass = summary.IsLayerList ? $" : {_glue["LayerListBuilder"]}" : "";
        writer.Line($"/// <summary>Gathers the parameters of <c>{surface.Name}</c> while it is initialised.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open($"{surface.TypeAccessibility} sealed class {surface.BuilderType}{baseClass}{surface.Constraints}");
        foreach (var member in _members)
        {
            writer.Line($"internal {FieldOf(member)}");
        }

        if (_members.Count > 0)
            writer.Line();

        WriteTypedSingles();
        writer.Line("/// <summary>The parameters, once all are there.</summary>");
        if (summary.IsLayerList)
        {
            writer.Line($"public {parameters} Build() => Fill(new {parameters}());");
        }
        else if (_members.Count == 0)
        {
            writer.Line($"public {parameters} Build() => new();");
        }
        else
        {
            writer.Open($"public {parameters} Build() => new()");
            foreach (var member in _members)
                writer.Line($"{member.Name} = {Built(member)},");

            writer.Close("};");
        }

        writer.Close();
    }

    /// <summary>A single layer that is made of layers gives untyped parameters, which become the call site's own.</summary>
    private void WriteTypedSingles()
    {
        var lists = _members.SelectMany(member => member.ListedSingles).ToList();
        if (lists.Count == 0)
            return;

        writer.Open($"static {surface.Prefix}Builder()");
        foreach (var list in lists)
            writer.Line($"{_glue["Slot"]}<{surface.ParamsType}.{list.TypeName}>.Typed = layers => new(({list.BaseType})layers);");

        writer.Close();
        writer.Line();
    }

    private string FieldOf(ResolvedMember member)
    {
        var type = member.Member is ParameterMember ? member.Type : BuilderOf(member);
        return (member.Member, member.Member.Occurrence) switch
        {
            (_, Occurrence.Repeated) when member.Key is not null => $"readonly {_glue["BuilderDictionary"]}<{type}> {member.Name} = new(\"{surface.QualifiedName}\", \"{member.Path}\");",
            (_, Occurrence.Repeated) => $"readonly {_glue["BuilderList"]}<{type}> {member.Name} = [];",
            (ParameterMember, Occurrence.Optional) => $"{type}? {member.Name};",
            (ParameterMember, _) => $"{type} {member.Name} = default!;",
            (_, Occurrence.Optional) when !member.IsSlot => $"{type}? {member.Name};",
            _ => $"readonly {type} {member.Name} = new();",
        };
    }

    private string BuilderOf(ResolvedMember member)
    {
        if (member.Member is NamedLayersMember)
            return _glue["NamedLayersBuilder"];

        if (member.Member is LayerMember)
            return $"{_glue["Slot"]}<{member.Type}>";

        var call = (SubmoduleMember)member.Member;
        return member.IsSlot
            ? $"{_glue["Slot"]}<{call.Callee.Path}{call.Callee.Prefix}Params{member.OwnTypeArguments}>"
            : $"{call.Callee.Path}{call.Callee.Prefix}Builder{member.OwnTypeArguments}";
    }

    private string Built(ResolvedMember member)
    {
        if (member.Member is ParameterMember)
            return member.Member.Occurrence == Occurrence.Repeated ? $"{member.Name}.ToParams(value => value)" : member.Name;

        if (member.Member is LayerMember)
            return member.Member.Occurrence == Occurrence.Optional ? $"{member.Name}.ValueOrDefault" : $"{member.Name}.ValueOrDefault!";

        if (member.IsSlot && member.Member.Occurrence == Occurrence.Repeated)
            return $"{member.Name}.ToParams(slot => slot.ValueOrDefault{(member.Key is null ? "!" : "")})";

        if (member.IsSlot)
            return member.Member.Occurrence == Occurrence.Optional ? $"{member.Name}.ValueOrDefault" : $"{member.Name}.Value";

        return member.Member.Occurrence switch
        {
            Occurrence.Repeated => $"{member.Name}.ToParams(builder => {BuiltFrom("builder")})",
            Occurrence.Optional when member.Listed is not null => $"{member.Name} is null ? null : {BuiltFrom(member.Name)}",
            Occurrence.Optional => $"{member.Name}?.Build()",
            _ => BuiltFrom(member.Name),
        };

        string BuiltFrom(string builder) => member.Listed is { } list
            ? $"new {surface.ParamsType}.{list.TypeName}({builder}.Build())"
            : $"{builder}.Build()";
    }
}
