using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Writes a template's Params record, and the typed lists of its call sites inside of it.</summary>
internal sealed class ParamsWriter(
    SourceWriter writer, TemplateSurface surface, Summary summary, IReadOnlyList<ResolvedMember?> allMembers)
{
    private readonly GlueNames _glue = surface.Context.Glue;
    private readonly List<ResolvedMember> _members = [.. allMembers.OfType<ResolvedMember>().OrderBy(member => member.Member.Position)];

    private string Name => surface.ParamsType;

    private string Constructor => $"{surface.Prefix}Params";

    public void Write()
    {
        writer.Line($"/// <summary>The parameters of <c>{surface.Name}</c>.</summary>");
        if (summary.IsLayerList)
            WriteLayerList();
        else
            WriteRecord();

        writer.Line();
    }

    private void WriteLayerList()
    {
        writer.Open($"{surface.TypeAccessibility} record {Name} : {_glue["LayerListParams"]}{surface.Constraints}");
        writer.Line("/// <summary>No layers yet.</summary>");
        writer.Line($"public {Constructor}()");
        EmptyBody();
        writer.Line();
        writer.Line("/// <summary>The same layers as another list's.</summary>");
        writer.Line($"protected {Constructor}({Name} layers)");
        writer.Indent();
        writer.Line(": base(layers)");
        writer.Unindent();
        EmptyBody();
        writer.Line();
        writer.Line("/// <summary>What layers without parameters have.</summary>");
        writer.Line($"public static {Name} Empty {{ get; }} = new();");
        writer.Line();
        WriteTemplateName();
        WriteEquality(Name, isSealed: false);
        writer.Close();
    }

    private void WriteRecord()
    {
        // Where a call spells out layers by name, it gets a typed subclass.
        var isSealed = !_members.Any(member => member.Member is NamedLayersMember);
        writer.Open($"{surface.TypeAccessibility} {(isSealed ? "sealed " : "")}record {Name} : {_glue["Params"]}{surface.Constraints}");
        foreach (var member in _members)
        {
            writer.Line($"/// <summary>{Documentation.Sentence(Documentation.Of(member))}</summary>");
            writer.Line(Declaration(member));
            writer.Line();
        }

        if (_members.Any(IsInternal))
        {
            writer.Line("/// <summary>Some members are internal, and so are their values.</summary>");
            writer.Line($"internal {Constructor}()");
            EmptyBody();
            writer.Line();
        }

        if (summary.HasOnlyLayers && _members.Count > 0)
        {
            writer.Line("/// <summary>What there is where no layer has any.</summary>");
            var required = _members.Where(member => member.Member.Occurrence == Occurrence.Once).Select(member => $"{member.Name} = null!").ToList();
            writer.Line($"public static {Name} Empty {{ get; }} = new(){(required.Count > 0 ? $" {{ {string.Join(", ", required)} }}" : "")};");
            writer.Line();
        }

        if (_members.Count == 0)
        {
            writer.Line("/// <summary>There are none.</summary>");
            writer.Line($"public static {Name} Empty {{ get; }} = new();");
            writer.Line();
        }

        WriteTemplateName();
        WriteVisit();
        WriteRebuild(isSealed);
        WriteCollectShared();
        WriteEquality(Name, isSealed);
        var typed = new TypedLayersWriter(writer, surface);
        foreach (var layers in _members.SelectMany(member => member.ListedSingles.Concat(member.Listed is { } own ? [own] : [])))
            typed.Write(layers);

        writer.Close();
    }

    private string Declaration(ResolvedMember member) => (member.Member.Occurrence, IsInternal(member)) switch
    {
        _ when member.Member is NamedLayersMember => $"public {member.Type} {member.Name} {{ get; init; }} = {member.Type}.Empty;",
        (Occurrence.Once, false) => $"public required {member.Type} {member.Name} {{ get; init; }}",
        (Occurrence.Once, true) => $"internal {member.Type} {member.Name} {{ get; init; }} = default!;",
        (Occurrence.Optional, var isInternal) => $"{(isInternal ? "internal" : "public")} {member.Type}? {member.Name} {{ get; init; }}",
        (_, var isInternal) when member.Key is not null =>
            $"{(isInternal ? "internal" : "public")} {_glue["ParamsDictionary"]}<{member.Type}> {member.Name} {{ get; init; }} = {_glue["ParamsDictionary"]}<{member.Type}>.Empty;",
        (_, var isInternal) => $"{(isInternal ? "internal" : "public")} {_glue["ParamsList"]}<{member.Type}> {member.Name} {{ get; init; }} = [];",
    };

    /// <summary>Whether a member's type is less accessible than the Params, so that the member must be, too.</summary>
    private static bool IsInternal(ResolvedMember member) => member.Access == MemberAccess.Internal;

    private void WriteTemplateName()
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override string TemplateName => \"{surface.QualifiedName}\";");
        writer.Line();
    }

    private void WriteVisit()
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public override void Visit({_glue["TreeVisitor"]} visitor)");
        foreach (var member in _members)
            writer.Line($"visitor.Child(\"{member.Path}\", {member.Name});");

        writer.Close();
        writer.Line();
    }

    private void WriteRebuild(bool isSealed)
    {
        writer.Line("/// <inheritdoc/>");
        if (_members.Count == 0)
        {
            writer.Line($"public override {_glue["ITree"]} Rebuild({_glue["TreeRebuilder"]} rebuilder) => this;");
        }
        else
        {
            writer.Open($"public override {_glue["ITree"]} Rebuild({_glue["TreeRebuilder"]} rebuilder) => {(isSealed ? $"new {Name}" : "this with")}");
            foreach (var member in _members)
                writer.Line($"{member.Name} = rebuilder.Child({member.Name}),");

            writer.Close("};");
        }

        writer.Line();
    }

    private void WriteCollectShared()
    {
        var modules = _members.Where(member => member.Member is not ParameterMember || (member.Field is not null && member.Member.Occurrence != Occurrence.Repeated)).ToList();
        if (modules.Count == 0)
            return;

        writer.Line("/// <inheritdoc/>");
        writer.Open("public override void CollectShared(global::JaxNet.SharedModules found)");
        foreach (var member in modules)
        {
            if (member.Member.Occurrence != Occurrence.Optional)
            {
                writer.Line(SharedLines.Of(member.Callee, member.Field, member.Name, _members.Select(other => other.Name)));
                continue;
            }

            writer.Line($"if ({member.Name} is not null)");
            writer.Indent();
            writer.Line(SharedLines.Of(member.Callee, member.Field, member.Name, _members.Select(other => other.Name)));
            writer.Unindent();
        }

        writer.Close();
        writer.Line();
    }

    private void WriteEquality(string type, bool isSealed)
    {
        writer.Line("/// <summary>Whether both hold the very same tensors.</summary>");
        writer.Line($"public {(isSealed ? "" : "virtual ")}bool Equals({type}? other) => base.Equals(other);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override int GetHashCode() => base.GetHashCode();");
    }

    private void EmptyBody()
    {
        writer.Line("{");
        writer.Line("}");
    }
}
