using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Writes the typed subclasses of a template's call sites, inside of its Params.</summary>
internal sealed class TypedLayersWriter(SourceWriter writer, TemplateSurface surface)
{
    public void Write(TypedLayers layers)
    {
        writer.Line();
        if (layers is TypedNamedLayers named)
            WriteNamed(named);
        else
            WriteList((TypedLayerList)layers);
    }

    private void WriteNamed(TypedNamedLayers layers)
    {
        writer.Line($"/// <summary>The parameters of <c>{layers.Callee.Name}</c> in <c>{surface.Name}</c>, whose layers have typed members.</summary>");
        writer.Open($"{AccessibilityOf(layers.Access)} sealed record {layers.TypeName} : {layers.BaseType}");
        writer.Line("/// <summary>The same parameters, typed.</summary>");
        writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        writer.Line($"public {layers.TypeName}({layers.BaseType} parameters)");
        WriteBase("parameters");
        writer.Open();
        foreach (var dictionary in layers.Dictionaries)
            writer.Line($"{dictionary.Member} = new(base.{dictionary.Member});");

        writer.Close();
        writer.Line();
        foreach (var dictionary in layers.Dictionaries)
        {
            var (type, member) = (dictionary.TypeName, dictionary.Member);
            writer.Line("/// <summary>The parameters of the layers that the call lists, by name.</summary>");
            writer.Line($"public new {type} {member} {{ get => ({type})base.{member}; init => base.{member} = value; }}");
            writer.Line();
        }

        WriteEquality(layers.TypeName);
        writer.Close();
        foreach (var dictionary in layers.Dictionaries)
        {
            writer.Line();
            WriteList(dictionary);
        }
    }

    private void WriteList(TypedLayerList list)
    {
        writer.Line($"/// <summary>The layers {(list.Member is null ? "" : $"<c>{list.Member}</c> ")}of <c>{list.Callee.Name}</c> in <c>{surface.Name}</c>, by name.</summary>");
        writer.Open($"{AccessibilityOf(list.Access)} sealed record {list.TypeName} : {list.BaseType}");
        writer.Line("/// <summary>The same layers, typed.</summary>");
        writer.Line($"public {list.TypeName}({list.BaseType} layers)");
        WriteBase("layers");
        var nested = list.Layers.Where(layer => layer.Inner is not null).ToList();
        if (nested.Count == 0)
        {
            writer.Line("{");
            writer.Line("}");
        }
        else
        {
            writer.Open();
            foreach (var layer in nested)
                IfThere(layer, $"Set({layer.Place}, new {layer.Type}(({layer.Inner!.BaseType})this[{layer.Place}]!));");

            writer.Close();
        }

        writer.Line();
        foreach (var layer in list.Layers)
        {
            writer.Line($"/// <summary>The parameters of <c>{layer.Callee.Name}</c>, the layer {(list.Member is null ? $"at position {layer.Place}" : Documentation.Escape(layer.Place))}.</summary>");
            writer.Line($"{AccessibilityOf(layer.Access)} {layer.Type} {layer.Name} {{ get => ({layer.Type})this[{layer.Place}]!; init => Set({layer.Place}, value); }}");
            writer.Line();
        }

        WriteCollectShared(list);
        WriteEquality(list.TypeName);
        writer.Close();
        foreach (var layer in nested)
            Write(layer.Inner!);
    }

    private void WriteBase(string argument)
    {
        writer.Indent();
        writer.Line($": base({argument})");
        writer.Unindent();
    }

    private void WriteCollectShared(TypedLayerList list)
    {
        var shared = list.Layers.Where(layer => layer.Callee.IsSingleton || layer.Field is not null).ToList();
        if (shared.Count == 0)
            return;

        writer.Line("/// <inheritdoc/>");
        writer.Open("public override void CollectShared(global::JaxNet.SharedModules found)");
        writer.Line("base.CollectShared(found);");
        foreach (var layer in shared)
            IfThere(layer, SharedLines.Of(layer.Callee, layer.Field, layer.Name, list.Layers.Select(other => other.Name)));

        writer.Close();
        writer.Line();
    }

    /// <summary>A line for a layer that may never have been called.</summary>
    private void IfThere(TypedLayer layer, string line)
    {
        writer.Line($"if (Has({layer.Place}))");
        writer.Indent();
        writer.Line(line);
        writer.Unindent();
    }

    private void WriteEquality(string type)
    {
        writer.Line("/// <summary>Whether both hold the very same tensors.</summary>");
        writer.Line($"public bool Equals({type}? other) => base.Equals(other);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override int GetHashCode() => base.GetHashCode();");
    }

    private static string AccessibilityOf(MemberAccess access) => access == MemberAccess.Internal ? "internal" : "public";
}
