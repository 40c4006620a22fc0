using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0004 where the generator doesn't look: functions that C# lets have [Parametrized], and that aren't methods, and methods that have it by another name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MisplacedTemplates() : RuleAnalyzer(Diagnostics.UnsupportedSignature)
{
    /// <summary>Whether code belongs to such a function, of which everything else has to wait.</summary>
    public static bool Contain(SyntaxNode node) => node.Ancestors().Any(function => ListsOf(function).Any(TemplateSyntax.IsTemplate));

    protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method } attribute && !TemplateSyntax.IsTemplate(method))
        {
            if (IsOurs(context))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Diagnostics.UnsupportedSignature, attribute.GetLocation(), method.Identifier.ValueText, $"has its attribute by the name '{attribute.Name}', by which it isn't found; write [Parametrized]"));
            }

            return;
        }

        if (context.Node is not { Parent: AttributeListSyntax { Parent: { } function } list } || !ListsOf(function).Contains(list) ||
            !TemplateSyntax.IsTemplate((AttributeSyntax)context.Node) ||
            !IsOurs(context))
        {
            return;
        }

        var (name, kind) = Describe(function);
        context.ReportDiagnostic(Diagnostic.Create(
            Diagnostics.UnsupportedSignature, context.Node.GetLocation(), name, $"is {kind}; write it as a method, 'static partial', of a partial class"));
    }

    private static bool IsOurs(SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is { ContainingType: { Name: "ParametrizedAttribute" } type } && TreeTypes.IsJaxNet(type);

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => local.AttributeLists,
        LambdaExpressionSyntax lambda => lambda.AttributeLists,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists,
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or DestructorDeclarationSyntax => ((BaseMethodDeclarationSyntax)function).AttributeLists,
        _ => default,
    };

    private static (string Name, string Kind) Describe(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => (local.Identifier.ValueText, "a local function"),
        LambdaExpressionSyntax lambda => (Excerpt.Of(lambda.WithAttributeLists(default)), "a lambda"),
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => (property.Identifier.ValueText, "a property"),
        AccessorDeclarationSyntax accessor => (accessor.Keyword.ValueText, "an accessor"),
        OperatorDeclarationSyntax @operator => (@operator.OperatorToken.ValueText, "an operator"),
        ConversionOperatorDeclarationSyntax conversion => (conversion.Type.ToString(), "a conversion"),
        _ => ("~" + ((DestructorDeclarationSyntax)function).Identifier.ValueText, "a finalizer"),
    };
}
