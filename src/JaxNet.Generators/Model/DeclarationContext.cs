namespace JaxNet.Generators.Model;

/// <summary>Where generated declarations must stand so that names mean in them what they mean in the user's file.</summary>
/// <param name="Usings">The using directives of the user's file, a line each.</param>
/// <param name="Namespaces">The namespace declarations around it, outermost first; none for the global namespace.</param>
/// <param name="Types">The headers of the types around the template, outermost first: <c>partial class Mnist</c>.</param>
/// <param name="Glue">How the runtime's types are written there.</param>
internal sealed record DeclarationContext(
    EquatableArray<string> Usings,
    EquatableArray<NamespaceContext> Namespaces,
    EquatableArray<string> Types,
    GlueNames Glue);

/// <summary>A namespace declaration.</summary>
/// <param name="Name">Its name, as written.</param>
/// <param name="Usings">The using directives inside of it, a line each.</param>
internal sealed record NamespaceContext(string Name, EquatableArray<string> Usings);

/// <summary>The names of the runtime's types that glue code uses: short where that means the right type, else in full.</summary>
internal sealed record GlueNames(EquatableArray<string> Names)
{
    private static readonly string[] s_types =
    [
        "ApplyScope", "BuilderDictionary", "BuilderDictionaryExtensions", "BuilderList", "BuilderListExtensions", "InitScope", "Key", "Layer", "LayerListBuilder", "LayerListParams", "LayerModule", "Mode", "Module", "NamedLayersBuilder", "NamedLayersParams",
        "Params", "ParamsDictionary", "ParamsList", "RunningState", "Slot", "Template", "TreeRebuilder", "TreeVisitor", "ITree", "Tensor",
    ];

    public static IReadOnlyList<string> Types => s_types;

    public string this[string type] => Names[Array.IndexOf(s_types, type)];

    public static string InFull(string type) => type switch
    {
        "Tensor" => "global::TorchSharp.torch.Tensor",
        "Template" => "global::JaxNet.TemplateAttribute",
        _ => $"global::JaxNet.{type}",
    };

    public static string MetadataName(string type) => type switch
    {
        "Tensor" => "TorchSharp.torch+Tensor",
        "Template" => "JaxNet.TemplateAttribute",
        "BuilderDictionary" or "BuilderList" or "LayerModule" or "ParamsDictionary" or "ParamsList" or "Slot" => $"JaxNet.{type}`1",
        "Module" => "JaxNet.Module`3",
        _ => $"JaxNet.{type}",
    };
}
