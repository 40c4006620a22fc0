using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Analyzers;

/// <summary>Everything that JaxNet has to say about a user's code. docs/rules has a page for each.</summary>
internal static class Diagnostics
{
    private const string Category = "JaxNet";

    public static readonly DiagnosticDescriptor NotStaticPartial = Error(
        "JXN0001",
        "A template must be static and partial",
        "The template '{0}' must be declared 'static partial': JaxNet writes the other part of it");

    public static readonly DiagnosticDescriptor TypeNotPartial = Error(
        "JXN0002",
        "A template's type must be partial",
        "The template '{0}' is in '{1}', which must be declared 'partial': JaxNet puts the generated code there");

    public static readonly DiagnosticDescriptor CannotPlace = Error(
        "JXN0003",
        "A call that cannot be placed",
        "'{0}' stands {1}, where it isn't clear which parameters it has; {2}");

    public static readonly DiagnosticDescriptor UnsupportedSignature = Error(
        "JXN0004",
        "A template's signature that JaxNet cannot compile",
        "The template '{0}' {1}");

    public static readonly DiagnosticDescriptor NameNotConstant = Error(
        "JXN0005",
        "A parameter's name must be a constant identifier",
        "The name of a parameter must be a constant string that is an identifier, such as \"kernel\", because it becomes a member of '{0}Params'");

    public static readonly DiagnosticDescriptor ModuleNotCalled = Error(
        "JXN0006",
        "A module that the generator cannot follow",
        "The module '{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor Recursion = Error(
        "JXN0007",
        "A template that calls itself",
        "The template '{0}' calls itself through {1}, {2}");

    public static readonly DiagnosticDescriptor NameTaken = Error(
        "JXN0008",
        "A generated name that is taken",
        "The template '{0}' needs the name '{1}', which '{2}' already has for something else; rename one of the two");

    public static readonly DiagnosticDescriptor ConvertsToTensor = Error(
        "JXN0009",
        "A number or array that turns into a tensor",
        "'{0}' silently converts to a tensor here and becomes the input '{1}' of '{2}'; if that is meant, write torch.tensor({0}), if a hyperparameter is meant, give it by name");

    public static readonly DiagnosticDescriptor NotATree = Error(
        "JXN0010",
        "A parameter that is not a tree of tensors",
        "A {1} cannot be of type '{0}': it must be a tensor or a tree of tensors, such as a tuple, an array or a dictionary of them");

    public static readonly DiagnosticDescriptor UnnamedParameters = Warning(
        "JXN0011",
        "Parameters without a name",
        "The template '{0}' has {1} {4} without a name; this one becomes '{2}', which changes as soon as another stands before it, so give it a name, such as \"{3}\"");

    public static readonly DiagnosticDescriptor OutsideOfTemplate = Error(
        "JXN0012",
        "A template or primitive outside of a template",
        "'{0}' stands outside of a template, {1}; {2}");

    public static readonly DiagnosticDescriptor ModuleIsNotAFunction = Error(
        "JXN0013",
        "A module that is called like a function",
        "'{0}' is a module, a '{1}', which C# cannot call; {2}");

    public static readonly DiagnosticDescriptor KeyReuse = Warning(
        "JXN0014",
        "A key that is used twice",
        "The key '{0}' is used {1}, and gives the same random numbers each time; {2}");

    public static readonly DiagnosticDescriptor InPlace = Warning(
        "JXN0015",
        "An input or parameter that is changed in place",
        "'{0}' changes {1} in place, which belongs to whoever called the template; {2}");

    public static readonly DiagnosticDescriptor UnusedModule = Warning(
        "JXN0016",
        "A module that is never called",
        "The module '{0}' is never called, so that its parameters are no part of '{1}Params'; call it, pass it to a template as a layer, or leave it out");

    public static readonly DiagnosticDescriptor SharedCall = Information(
        "JXN0017",
        "Two calls of one module",
        "'{0}' shares its parameters with '{1}', because '{2}' has no hyperparameters and so is one module; for another one with parameters of its own, write '{3}'");

    public static readonly DiagnosticDescriptor UnfitShapes = Warning(
        "JXN0018",
        "A parameter's shape that cannot fit",
        "'{0}' cannot work: '{1}' has the shape {2}, and '{3}' has the shape {4}, but {5}");

    public static readonly DiagnosticDescriptor TensorsThatAreNoInput = Warning(
        "JXN0019",
        "Tensors that are no input",
        "'{0}' has tensors, but '{1}' is not a tree of them, so that it is a hyperparameter of '{2}'; to make it an input, {3}; if a hyperparameter is meant, write [Hyperparameter]");

    public static readonly DiagnosticDescriptor CountedCall = Warning(
        "JXN0020",
        "A call that only some rounds of a loop make",
        "'{0}' has the parameters of the calls in this loop one after the other, whichever rounds make them, so that a round gets those of another one where '{1}' turns out otherwise than at Init; {2}");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Information(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) => new(
        id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"docs/rules/{id}.md");
}
