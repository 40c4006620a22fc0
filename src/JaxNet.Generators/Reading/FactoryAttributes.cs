using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Reading;

/// <summary>The attributes of a template by which the compiler warns whoever calls it: who calls its factory is to be warned too.</summary>
internal static class FactoryAttributes
{
    public static EquatableArray<string> Of(IMethodSymbol template) =>
        template.GetAttributes().Where(attribute => attribute.AttributeConstructor is not null && IsWarning(attribute.AttributeClass!)).Select(Written).ToEquatableArray();

    private static bool IsWarning(INamedTypeSymbol type) =>
        type.ToDisplayString() is "System.ObsoleteAttribute" or "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    private static string Written(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(argument => argument.ToCSharpString())
            .Concat(attribute.NamedArguments.Select(argument => $"{argument.Key} = {argument.Value.ToCSharpString()}"));
        return $"[{attribute.AttributeClass!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}({string.Join(", ", arguments)})]";
    }
}
