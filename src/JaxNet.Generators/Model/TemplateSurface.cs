using JaxNet.Generators.Writing;

namespace JaxNet.Generators.Model;

/// <summary>What a template's declaration says without its body, as far as the generator needs it.</summary>
/// <param name="Id">The documentation id of the method: unique in the compilation.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Prefix">What the generated names start with; the name, but for overloads.</param>
/// <param name="Modifiers">The method's modifiers, as written.</param>
/// <param name="ReturnType">The return type, as written.</param>
/// <param name="TypeAccessibility">The accessibility of the generated types.</param>
/// <param name="IsLayer">Whether the template goes from one tensor to one tensor, and so can be a layer.</param>
/// <param name="PrefersFactory">
/// Whether a call that fits the factory always means it. TorchSharp converts numbers, arrays and pairs to tensors, so that
/// <c>MaxPool((2, 2), (2, 2))</c> would fit the template as well.
/// </param>
/// <param name="IsDocumented">Whether the user's part has XML docs; then the compiler takes those.</param>
/// <param name="QualifiedName">Class and method, for error messages: <c>Mnist.Dense</c>.</param>
internal sealed record TemplateSurface(
    string Id,
    string Name,
    string Prefix,
    string Modifiers,
    string ReturnType,
    string TypeAccessibility,
    bool IsLayer,
    bool PrefersFactory,
    bool IsDocumented,
    string QualifiedName,
    EquatableArray<TemplateParameter> Parameters,
    DeclarationContext Context)
{
    /// <summary>Whether the method is declared <c>unsafe</c>, so that its body may have pointers.</summary>
    public bool IsUnsafe => Modifiers.Split(' ').Contains("unsafe");

    public IEnumerable<TemplateParameter> Inputs => Parameters.Where(p => p.Role == ParameterRole.Input);

    public IEnumerable<TemplateParameter> Hyperparameters => Parameters.Where(p => p.Role != ParameterRole.Input);

    /// <summary>The single layers that the template is given; each stands for a type parameter.</summary>
    public IEnumerable<TemplateParameter> SingleLayers => Parameters.Where(p => p.Role == ParameterRole.Layer);

    /// <summary>Attributes that its factory has too, a line each.</summary>
    public EquatableArray<string> FactoryAttributes { get; init; }

    /// <summary>What its docs say that holds for its factory as well, line by line.</summary>
    public EquatableArray<string> FactoryDocumentation { get; init; }

    /// <summary>The template's own type parameters.</summary>
    public EquatableArray<string> OwnTypeParameters { get; init; }

    /// <summary>What the template demands of its own type parameters, as written.</summary>
    public string OwnConstraints { get; init; } = "";

    /// <summary>The template's own type parameters, with their brackets; empty if there are none.</summary>
    public string OwnTypeParameterList => Bracketed(OwnTypeParameters);

    /// <summary>The type parameters of the generated types, with their brackets; empty if there are none. The template's own come first.</summary>
    public string TypeParameters => Bracketed([.. OwnTypeParameters, .. SingleLayers.Select(p => p.Layer!.TypeParameter)]);

    /// <summary>What stands behind a declaration with type parameters.</summary>
    public string Constraints => OwnConstraints + string.Concat(SingleLayers.Select(p => $" where {p.Layer!.TypeParameter} : {Context.Glue["Params"]}?"));

    public string ParamsType => $"{Prefix}Params{TypeParameters}";

    /// <summary>The type of the running state, if the template keeps any.</summary>
    public string StateType => $"{Prefix}State{OwnTypeParameterList}";

    /// <summary>Who has something of that name already: the template's class, or what is around it; null if nobody has.</summary>
    public string? StateOwner { get; init; }

    public string ModuleType => $"{Prefix}Module{TypeParameters}";

    public string BuilderType => $"{Prefix}Builder{TypeParameters}";

    /// <summary>The name as code has it.</summary>
    public string EscapedName => Identifier.Escape(Name);

    /// <summary>What its generated file is called: readable in a debugger.</summary>
    public string FileName
    {
        get
        {
            var types = Context.Types.Select(header => header.Split('<')).Select(
                parts => parts[0].Substring(parts[0].LastIndexOf(' ') + 1) + (parts.Length > 1 ? $"{{{parts[1].TrimEnd('>').Replace(" ", "")}}}" : ""));
            return string.Join(".", Context.Namespaces.Select(declaration => declaration.Name).Concat(types).Append(Prefix)).Replace("@", "");
        }
    }

    private static string Bracketed(IReadOnlyCollection<string> names) => names.Count > 0 ? $"<{string.Join(", ", names)}>" : "";

    /// <summary>A template without inputs would be its own factory.</summary>
    public bool HasFactory => Inputs.Any();

    /// <summary>A template without hyperparameters is one module: its factory always returns the same.</summary>
    public bool IsSingleton => HasFactory && !Hyperparameters.Any();

    /// <summary>The type of all inputs together: the tensor or tree if there is one, else a tuple.</summary>
    public string InputsType => Inputs.Count() switch
    {
        0 => "global::System.ValueTuple",
        1 => Inputs.Single().Type,
        _ => $"({string.Join(", ", Inputs.Select(p => IsTupleName(p.Name) ? $"{p.Type} {p.Name}" : p.Type))})",
    };

    /// <summary>One of several inputs in the tuple of them.</summary>
    public string InputOf(string tuple, TemplateParameter input) =>
        $"{tuple}.{(IsTupleName(input.Name) ? input.Name : $"Item{Inputs.ToList().IndexOf(input) + 1}")}";

    /// <summary>Some names mean something else on tuples.</summary>
    private static bool IsTupleName(string name) =>
        name is not ("Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct") && !name.StartsWith("Item", StringComparison.Ordinal);
}

/// <summary>What a template's parameter is to the generated code.</summary>
internal enum ParameterRole
{
    /// <summary>A tensor or a tree of tensors.</summary>
    Input,

    /// <summary>Anything else.</summary>
    Hyperparameter,

    /// <summary>A <c>Layer</c>, whose parameters become a member of the template's own.</summary>
    Layer,

    /// <summary>A <c>Layer[]</c>, whose elements' parameters become the template's own.</summary>
    Layers,

    /// <summary>An <c>IReadOnlyDictionary&lt;string, Layer&gt;</c>, whose values' parameters become a member of the template's own, by name.</summary>
    NamedLayers,
}

/// <summary>A parameter of a template, as written.</summary>
internal sealed record TemplateParameter(string Name, string Type, string Modifiers, string? Default, ParameterRole Role)
{
    /// <summary>What a single layer is to the generated types; null for other parameters.</summary>
    public SingleLayer? Layer { get; init; }

    /// <summary>The parameter as it stands in a signature.</summary>
    public string Declaration => $"{Modifiers}{Type} {Name}{(Default is null ? "" : $" = {Default}")}";

    /// <summary>The parameter as it stands in a constructor, whose object keeps the value: without <c>scoped</c> and <c>in</c>.</summary>
    public string KeptDeclaration => (this with { Modifiers = Modifiers.Replace("scoped ", "").Replace("in ", "") }).Declaration;
}

/// <summary>A single layer that a template is given.</summary>
/// <param name="TypeParameter">The type parameter that stands for its parameters.</param>
/// <param name="ModuleType">The type of the modules that can be that layer: <c>LayerModule&lt;P1&gt;</c>.</param>
/// <param name="InputCount">How many inputs it has.</param>
internal sealed record SingleLayer(string TypeParameter, string ModuleType, int InputCount);
