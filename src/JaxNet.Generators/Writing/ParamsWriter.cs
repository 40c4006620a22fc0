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
        writer.Open($"{surface.TypeAccessibility} sealed record {Name} : {_glue["Params"]}{surface.Constraints}");
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
        WriteRebuild();
        WriteCollectShared();
        WriteEquality(Name, isSealed: true);
        foreach (var member in _members)
        {
            foreach (var list in member.ListedSingles.Concat(member.Listed is { } own ? [own] : []))
                WriteTypedList(list);
        }

        writer.Close();
    }

    private string Declaration(ResolvedMember member) => (member.Member.Occurrence, IsInternal(member)) switch
    {
        (Occurrence.Once, false) => $"public required {member.Type} {member.Name} {{ get; init; }}",
        (Occurrence.Once, true) => $"internal {member.Type} {member.Name} {{ get; init; }} = default!;",
        (Occurrence.Optional, var isInternal) => $"{(isInternal ? "internal" : "public")} {member.Type}? {member.Name} {{ get; init; }}",
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

    private void WriteRebuild()
    {
        writer.Line("/// <inheritdoc/>");
        if (_members.Count == 0)
        {
            writer.Line($"public override {_glue["ITree"]} Rebuild({_glue["TreeRebuilder"]} rebuilder) => this;");
        }
        else
        {
            writer.Open($"public override {_glue["ITree"]} Rebuild({_glue["TreeRebuilder"]} rebuilder) => new {Name}");
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
                writer.Line(SharedLine(member.Callee, member.Field, member.Name, _members.Select(other => other.Name)));
                continue;
            }

            writer.Line($"if ({member.Name} is not null)");
            writer.Indent();
            writer.Line(SharedLine(member.Callee, member.Field, member.Name, _members.Select(other => other.Name)));
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

    private void WriteTypedList(TypedLayerList list)
    {
        writer.Line();
        writer.Line($"/// <summary>The layers of <c>{list.Callee.Name}</c> in <c>{surface.Name}</c>, by name.</summary>");
        writer.Open($"{AccessibilityOf(list.Access)} sealed record {list.TypeName} : {list.BaseType}");
        writer.Line("/// <summary>The same layers, typed.</summary>");
        writer.Line($"public {list.TypeName}({list.BaseType} layers)");
        writer.Indent();
        writer.Line(": base(layers)");
        writer.Unindent();
        var nested = list.Layers.Where(layer => layer.Inner is not null).ToList();
        if (nested.Count == 0)
        {
            EmptyBody();
        }
        else
        {
            writer.Open();
            foreach (var layer in nested)
                writer.Line($"Set({layer.Index}, new {layer.Type}(({layer.Inner!.BaseType})this[{layer.Index}]!));");

            writer.Close();
        }

        writer.Line();
        foreach (var layer in list.Layers)
        {
            writer.Line($"/// <summary>The parameters of <c>{layer.Callee.Name}</c>, the layer at position {layer.Index}.</summary>");
            writer.Line($"{AccessibilityOf(layer.Access)} {layer.Type} {layer.Name} {{ get => ({layer.Type})this[{layer.Index}]!; init => Set({layer.Index}, value); }}");
            writer.Line();
        }

        var shared = list.Layers.Where(layer => layer.Callee.IsSingleton || layer.Field is not null).ToList();
        if (shared.Count > 0)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Open("public override void CollectShared(global::JaxNet.SharedModules found)");
            writer.Line("base.CollectShared(found);");
            foreach (var layer in shared)
                writer.Line(SharedLine(layer.Callee, layer.Field, layer.Name, list.Layers.Select(other => other.Name)));

            writer.Close();
            writer.Line();
        }

        WriteEquality(list.TypeName, isSealed: true);
        writer.Close();
        foreach (var layer in nested)
            WriteTypedList(layer.Inner!);
    }

    private static string AccessibilityOf(MemberAccess access) => access == MemberAccess.Internal ? "internal" : "public";

    /// <param name="names">The names of the members there, which a class can be named like.</param>
    private static string SharedLine(Callee? callee, string? field, string member, IEnumerable<string> names)
    {
        if (field is not null)
            return $"found.Add({field}, {member});";

        if (callee is not { IsSingleton: true })
            return $"found.Add({member});";

        var module = $"{callee.Prefix}Module";
        var isHidden = names.Contains(callee.Path.Length > 0 ? callee.FirstOfPath : module);
        return $"found.Add({(isHidden ? callee.FullPath : callee.Path)}{module}{callee.TypeArgumentList}.Instance, {member});";
    }

    private void EmptyBody()
    {
        writer.Line("{");
        writer.Line("}");
    }
}
