using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Reads templates' declarations. Their bodies can only be bound once all declarations are known.</summary>
internal static class SurfaceReader
{
    /// <summary>A declaration, or the reason why it can't be compiled; neither if the compiler has said it.</summary>
    public sealed record Result(MethodDeclarationSyntax Syntax, TemplateSurface? Surface, DiagnosticInfo? Problem);

    public static IReadOnlyList<Result> Read(IReadOnlyList<MethodDeclarationSyntax> templates, SemanticModel model) =>
        [.. ByType(templates).SelectMany(type => ReadInType([.. type], model))];

    /// <summary>Templates in the order of their results.</summary>
    public static IEnumerable<MethodDeclarationSyntax> InOrder(IReadOnlyList<MethodDeclarationSyntax> templates) => ByType(templates).SelectMany(type => type);

    private static IEnumerable<IGrouping<SyntaxNode?, MethodDeclarationSyntax>> ByType(IReadOnlyList<MethodDeclarationSyntax> templates) =>
        templates.GroupBy(template => template.Parent);

    // What is around the templates of a type is the same for all of them.
    private static IEnumerable<Result> ReadInType(IReadOnlyList<MethodDeclarationSyntax> templates, SemanticModel model)
    {
        var context = new Lazy<DeclarationContext>(() => ContextReader.Read(templates[0], model));
        return templates.Select(template => Read(template, model, context));
    }

    private static Result Read(MethodDeclarationSyntax syntax, SemanticModel model, Lazy<DeclarationContext> around)
    {
        var symbol = model.GetDeclaredSymbol(syntax)!;
        if (TemplateSyntax.IsForeign(symbol) || SurfaceProblems.IsLeftToCompiler(syntax, symbol))
            return new(syntax, null, null);

        if (SurfaceProblems.Find(syntax, symbol) is { } problem)
            return new(syntax, null, problem);

        if (GeneratedNames.For(syntax, symbol, model) is not { } names)
            return new(syntax, null, null);

        if (names.Problem is not null)
            return new(syntax, null, names.Problem);

        var parameters = syntax.ParameterList.Parameters
            .Zip(symbol.Parameters, (written, bound) => new TemplateParameter(
                written.Identifier.Text,
                written.Type!.ToString(),
                string.Concat(written.Modifiers.Select(modifier => modifier.Text + " ")),
                written.Default?.Value.ToString(),
                RoleOf(bound)))
            .ToEquatableArray();

        var context = around.Value;
        parameters = SingleLayers.Number(parameters, syntax, symbol, model, context.Glue);
        var inputs = symbol.Parameters.Where(parameter => RoleOf(parameter) == ParameterRole.Input).ToList();
        return new(
            syntax,
            new TemplateSurface(
                symbol.GetDocumentationCommentId()!,
                symbol.Name,
                names.Prefix,
                string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
                syntax.ReturnType.ToString(),
                Reach.OfGeneratedTypes(symbol),
                IsLayer: inputs.Count == 1 && TreeTypes.IsTensor(inputs[0].Type) && TreeTypes.IsTensor(symbol.ReturnType),
                PrefersFactory: !TakesInputAsHyperparameter(symbol, model.Compilation),
                IsDocumented: syntax.GetLeadingTrivia().Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax),
                $"{symbol.ContainingType.Name}.{symbol.Name}",
                parameters,
                context)
            {
                FactoryAttributes = FactoryAttributes.Of(symbol),
                FactoryDocumentation = FactoryDocumentation.Of(syntax, symbol),
                OwnTypeParameters = (syntax.TypeParameterList?.Parameters ?? default).Select(parameter => parameter.Identifier.Text).ToEquatableArray(),
                OwnConstraints = string.Concat(syntax.ConstraintClauses.Select(clause => " " + clause.WithoutTrivia().NormalizeWhitespace())),
                StateOwner = names.StateOwner,
            },
            null);
    }

    public static ParameterRole RoleOf(IParameterSymbol parameter)
    {
        // What a type parameter stands for in one call makes no other parameter of it.
        parameter = parameter.OriginalDefinition;
        if (TreeTypes.IsLayers(parameter.Type))
            return ParameterRole.Layers;

        if (TreeTypes.IsLayer(parameter.Type))
            return ParameterRole.Layer;

        if (TreeTypes.IsNamedLayers(parameter.Type))
            return ParameterRole.NamedLayers;

        return TreeTypes.IsTree(parameter.Type) && !IsOverruled(parameter) ? ParameterRole.Input : ParameterRole.Hyperparameter;
    }

    /// <summary>Whether the user says that it is a hyperparameter.</summary>
    public static bool IsOverruled(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "HyperparameterAttribute" } type && TreeTypes.IsJaxNet(type));

    /// <summary>A hyperparameter of type <c>object</c> or <c>T</c>, say, takes tensors too; then a call with tensors fits the factory.</summary>
    private static bool TakesInputAsHyperparameter(IMethodSymbol symbol, Compilation compilation) => symbol.Parameters
        .Where(parameter => RoleOf(parameter) != ParameterRole.Input)
        .Any(hyperparameter => symbol.Parameters
            .Where(parameter => RoleOf(parameter) == ParameterRole.Input)
            .Any(input => hyperparameter.Type is ITypeParameterSymbol { DeclaringMethod: not null } || compilation.ClassifyCommonConversion(input.Type, hyperparameter.Type).IsImplicit));
}
