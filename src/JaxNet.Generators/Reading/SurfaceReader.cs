using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Reads templates' declarations. Their bodies can only be bound once all declarations are known.</summary>
internal static class SurfaceReader
{
    /// <summary>A declaration, or the reason why it can't be compiled.</summary>
    public sealed record Result(MethodDeclarationSyntax Syntax, TemplateSurface? Surface, DiagnosticInfo? Problem);

    public static IReadOnlyList<Result> Read(IReadOnlyList<MethodDeclarationSyntax> templates, SemanticModel model)
    {
        var prefixes = new Dictionary<(ISymbol Type, string Name), int>();
        return [.. templates.Select(template => Read(template, model, prefixes))];
    }

    private static Result Read(MethodDeclarationSyntax syntax, SemanticModel model, Dictionary<(ISymbol, string), int> prefixes)
    {
        var symbol = model.GetDeclaredSymbol(syntax)!;
        if (FindProblem(syntax, symbol) is { } problem)
            return new(syntax, null, problem);

        // Two overloads of one template: the generated names of the second and later ones are numbered.
        var key = (symbol.ContainingType, symbol.Name);
        prefixes[key] = prefixes.TryGetValue(key, out var earlier) ? earlier + 1 : 1;
        var prefix = prefixes[key] == 1 ? symbol.Name : symbol.Name + prefixes[key];

        var parameters = syntax.ParameterList.Parameters
            .Zip(symbol.Parameters, (written, bound) => new TemplateParameter(
                written.Identifier.Text,
                written.Type!.ToString(),
                string.Concat(written.Modifiers.Select(modifier => modifier.Text + " ")),
                written.Default?.Value.ToString(),
                RoleOf(bound)))
            .ToEquatableArray();

        var inputs = symbol.Parameters.Where(parameter => RoleOf(parameter) == ParameterRole.Input).ToList();
        return new(
            syntax,
            new TemplateSurface(
                symbol.GetDocumentationCommentId()!,
                symbol.Name,
                prefix,
                string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
                syntax.ReturnType.ToString(),
                symbol.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
                IsLayer: inputs.Count == 1 && TreeTypes.IsTensor(inputs[0].Type) && TreeTypes.IsTensor(symbol.ReturnType),
                PrefersFactory: !TakesInputAsHyperparameter(symbol, model.Compilation),
                IsDocumented: syntax.GetLeadingTrivia().Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax),
                $"{symbol.ContainingType.Name}.{symbol.Name}",
                parameters,
                ContextReader.Read(syntax, model)),
            null);
    }

    private static ParameterRole RoleOf(IParameterSymbol parameter)
    {
        if (TreeTypes.IsLayers(parameter.Type))
            return ParameterRole.Layers;

        var overruled = parameter.GetAttributes().Any(a => a.AttributeClass is { Name: "HyperparameterAttribute" } type && TreeTypes.IsJaxNet(type));
        return TreeTypes.IsTree(parameter.Type) && !overruled ? ParameterRole.Input : ParameterRole.Hyperparameter;
    }

    /// <summary>A hyperparameter of type <c>object</c>, say, takes tensors too; then a call with tensors fits the factory.</summary>
    private static bool TakesInputAsHyperparameter(IMethodSymbol symbol, Compilation compilation) => symbol.Parameters
        .Where(parameter => RoleOf(parameter) != ParameterRole.Input)
        .Any(hyperparameter => symbol.Parameters
            .Where(parameter => RoleOf(parameter) == ParameterRole.Input)
            .Any(input => compilation.ClassifyCommonConversion(input.Type, hyperparameter.Type).IsImplicit));

    private static DiagnosticInfo? FindProblem(MethodDeclarationSyntax syntax, IMethodSymbol symbol)
    {
        var name = symbol.Name;
        if (!syntax.Modifiers.Any(SyntaxKind.StaticKeyword) || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            return DiagnosticInfo.At(syntax.Identifier, Diagnostics.NotStaticPartial, name);

        foreach (var type in syntax.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                return DiagnosticInfo.At(type.Identifier, Diagnostics.TypeNotPartial, name, type.Identifier.ValueText);

            if (type.TypeParameterList is not null || type is InterfaceDeclarationSyntax)
                return Unsupported($"is in '{type.Identifier.ValueText}', which is generic or an interface; put it into a class that is neither");

            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
                return Unsupported($"is in '{type.Identifier.ValueText}', which is local to its file, where generated code can't reach it; leave out 'file'");
        }

        if (syntax.Body is null && syntax.ExpressionBody is null)
            return Unsupported("has no body; write the body here, JaxNet writes the declaration without one");

        if (syntax.TypeParameterList is not null)
            return Unsupported("has type parameters; write it for the types that it is used with");

        if (symbol.ReturnsVoid || !TreeTypes.IsTree(symbol.ReturnType))
            return Unsupported($"returns '{syntax.ReturnType}'; it must return a tensor or a tree of tensors");

        if (syntax.Modifiers.Any(SyntaxKind.AsyncKeyword))
            return Unsupported("is async; a template is a plain function of tensors");

        foreach (var (written, bound) in syntax.ParameterList.Parameters.Zip(symbol.Parameters, (written, bound) => (written, bound)))
        {
            if (bound.RefKind != RefKind.None)
                return Unsupported($"has the parameter '{bound.Name}' by reference; return a tuple instead of writing to it");

            if (RoleOf(bound) == ParameterRole.Input && written.Default is not null)
                return Unsupported($"has the optional tensor '{bound.Name}': a call without it could mean the template or its factory; write two templates");
        }

        return symbol.Parameters.Count(parameter => RoleOf(parameter) == ParameterRole.Layers) > 1
            ? Unsupported("takes two lists of layers; take one, or make one template of each")
            : null;

        DiagnosticInfo Unsupported(string why) => DiagnosticInfo.At(syntax.Identifier, Diagnostics.UnsupportedSignature, name, why);
    }
}
