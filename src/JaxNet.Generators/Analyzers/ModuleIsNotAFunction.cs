using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0013: <c>var d = Dense(3); d(x)</c>, of which the compiler only says that a method name is expected.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ModuleIsNotAFunction() : RuleAnalyzer(Diagnostics.ModuleIsNotAFunction)
{
    protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not IdentifierNameSyntax name)
            return;

        var symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };

        if (!TreeTypes.IsModule(type))
            return;

        context.ReportDiagnostic(Diagnostic.Create(
            Diagnostics.ModuleIsNotAFunction, name.GetLocation(), name.Identifier.ValueText, type!.Name, Advice(call, name, symbol!, type, context)));
    }

    private static string Advice(InvocationExpressionSyntax call, IdentifierNameSyntax name, ISymbol symbol, ITypeSymbol type, SyntaxNodeAnalysisContext context)
    {
        if (!Templates.IsTemplate(context.ContainingSymbol))
            return $"write '{name}.Apply({string.Join(", ", call.ArgumentList.Arguments.Select(Excerpt.Of).Prepend("parameters"))})', with parameters from 'Init'";

        if (!IsLayer(type))
            return "call its template in place";

        return symbol is ILocalSymbol && ValueOf(symbol) is { } value
            ? $"declare it as a layer, 'Layer {name} = {Excerpt.Of(value)};'"
            : "hold it in a local of type 'Layer', and call that";
    }

    private static ExpressionSyntax? ValueOf(ISymbol local) =>
        local.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value;

    private static bool IsLayer(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "LayerModule" && TreeTypes.IsJaxNet(current))
                return true;
        }

        return false;
    }
}
