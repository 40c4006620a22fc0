using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Gives the layers among a template's hyperparameters their type parameters: <c>P1</c>, <c>P2</c>, in order.</summary>
internal static class SingleLayers
{
    public static EquatableArray<TemplateParameter> Number(
        EquatableArray<TemplateParameter> parameters, MethodDeclarationSyntax syntax, IMethodSymbol symbol, SemanticModel model, GlueNames glue)
    {
        if (parameters.All(parameter => parameter.Role != ParameterRole.Layer))
            return parameters;

        var taken = NamesLikeThem(syntax)
            .Concat(syntax.Ancestors().OfType<TypeDeclarationSyntax>().SelectMany(type => type.TypeParameterList?.Parameters ?? default).Select(parameter => parameter.Identifier.ValueText))
            .ToList();
        var number = 0;
        return parameters.Select((parameter, i) => parameter.Role != ParameterRole.Layer ? parameter : parameter with
        {
            Layer = Read((INamedTypeSymbol)symbol.Parameters[i].Type, Fresh.Name($"P{++number}", taken), syntax.Identifier.SpanStart, model, glue),
        }).ToEquatableArray();
    }

    /// <summary>The names in a template, its body included, that a type parameter can't have.</summary>
    public static IEnumerable<string> NamesLikeThem(MethodDeclarationSyntax template) => template.DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is { Length: > 1 } name && name[0] == 'P' && char.IsDigit(name[1]))
        .Select(token => token.ValueText);

    private static SingleLayer Read(INamedTypeSymbol layer, string typeParameter, int position, SemanticModel model, GlueNames glue)
    {
        var paths = new TypePaths(model);
        var types = layer.TypeArguments.Select(type => paths.PathOf(type, position)).ToList();
        return new(
            typeParameter,
            types.Count switch
            {
                0 => $"{glue["LayerModule"]}<{typeParameter}>",
                2 => $"{glue["Module"]}<{typeParameter}, {types[0]}, {types[1]}>",
                _ => $"{glue["Module"]}<{typeParameter}, ({types[0]}, {types[1]}), {types[2]}>",
            },
            layer.DelegateInvokeMethod!.Parameters.Length);
    }
}
