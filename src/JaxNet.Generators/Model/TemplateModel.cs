namespace JaxNet.Generators.Model;

/// <summary>All that is known of a template, wherever in its file it stands.</summary>
/// <param name="Body">What the body says; null if it can't be compiled, which a diagnostic or the compiler says.</param>
internal sealed record TemplateModel(TemplateSurface Surface, TemplateBody? Body)
{
    /// <summary>What the compiler said of the body, if it wasn't read for that.</summary>
    public string? Error { get; init; }

    /// <summary>What others have to know of it: most edits leave that as it was.</summary>
    public TemplateModel WithoutText() => this with { Error = null, Surface = Surface with { FactoryDocumentation = default }, Body = Body is null ? null : Body with { Identifiers = default, StaticTypes = default, Statements = default } };
}

/// <summary>What a template's body says.</summary>
/// <param name="IsExpression">Whether it is <c>=> expression;</c>.</param>
/// <param name="DrawsKeys">Whether it asks for random keys itself.</param>
/// <param name="Differentiates">Whether it calls libtorch's autograd itself.</param>
/// <param name="CallsLayers">The hyperparameter whose layers it calls, if it does.</param>
/// <param name="StaticTypes">The classes of the project whose static fields and properties it names.</param>
/// <param name="States">What it keeps from one application to the next.</param>
/// <param name="Identifiers">All identifiers in it, from which reserved names must differ.</param>
internal sealed record TemplateBody(
    bool IsExpression,
    bool DrawsKeys,
    bool Differentiates,
    string? CallsLayers,
    EquatableArray<string> StaticTypes,
    EquatableArray<string> Identifiers,
    EquatableArray<Member> Members,
    EquatableArray<StateValue> States,
    EquatableArray<Statement> Statements);

/// <summary>Where a template stands in its file: all that a line inserted above it changes.</summary>
internal sealed record Anchor(string File, int Line);

/// <summary>A template with its place and what reading it found wrong.</summary>
/// <param name="Name">Where its name stands, for diagnostics.</param>
/// <param name="Misplaced">Calls that can't be placed: a mistake only if what is called has parameters.</param>
internal sealed record TemplateReading(
    TemplateModel Model, Anchor Anchor, DiagnosticInfo Name, EquatableArray<MisplacedMember> Misplaced, EquatableArray<DiagnosticInfo> Problems);

/// <summary>A member of which the call can't be placed.</summary>
internal sealed record MisplacedMember(int Member, DiagnosticInfo Problem);

/// <summary>The templates of a file, and what is wrong with those that couldn't be read.</summary>
internal sealed record FileReading(EquatableArray<TemplateReading> Templates, EquatableArray<DiagnosticInfo> Problems);
