using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0012: writes <c>Dense(3).Apply(parameters, x)</c> for <c>Dense(x, 3)</c>, where a variable holds parameters of that type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ApplyModule() : RuleFix("JXN0012")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            !diagnostic.Properties.TryGetValue(OutsideOfTemplate.Module, out var module) ||
            !diagnostic.Properties.TryGetValue(OutsideOfTemplate.Inputs, out var inputs) ||
            !diagnostic.Properties.TryGetValue(OutsideOfTemplate.ParamsType, out var type) ||
            VariableOf(type!, call.SpanStart, model) is not { } parameters)
        {
            return null;
        }

        var text = new ModuleCall(module!, inputs!, type!).With(parameters);
        return new($"Write '{text}'", call, SyntaxFactory.ParseExpression(text).WithTriviaFrom(call));
    }

    /// <summary>The variable of a type that was declared last before a place.</summary>
    private static string? VariableOf(string type, int position, SemanticModel model) => model.LookupSymbols(position)
        .Where(symbol => symbol is not ILocalSymbol local || local.DeclaringSyntaxReferences.All(reference => reference.Span.End < position))
        .Where(symbol => TypeOf(symbol)?.ToDisplayString(NullableFlowState.None) == type)
        .OrderByDescending(symbol => symbol is ILocalSymbol ? 2 : symbol is IParameterSymbol ? 1 : 0)
        .ThenByDescending(symbol => symbol.Locations[0].IsInSource ? symbol.Locations[0].SourceSpan.Start : 0)
        .FirstOrDefault()?.Name;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
