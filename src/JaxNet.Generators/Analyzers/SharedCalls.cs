using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0017: two calls of a template without hyperparameters, which is one module: they share its parameters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SharedCalls() : RuleAnalyzer(Diagnostics.SharedCall)
{
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (!Templates.IsTemplate(context.OwningSymbol))
            return;

        var calls = context.OperationBlocks
            .SelectMany(block => block.DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .Where(call => call.Syntax is InvocationExpressionSyntax)
            .OrderBy(call => call.Syntax.SpanStart);

        var first = new Dictionary<ISymbol, IInvocationOperation>(SymbolEqualityComparer.Default);
        foreach (var call in calls)
        {
            var template = Templates.IsTemplate(call.TargetMethod) ? call.TargetMethod : Templates.OfFactory(call.TargetMethod);
            if (template is null || !Templates.IsSingleton(template) || !Templates.HasParameters(template))
                continue;

            if (!first.TryGetValue(template, out var before))
            {
                first.Add(template, call);
                continue;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.SharedCall,
                call.Syntax.GetLocation(),
                additionalLocations: [before.Syntax.GetLocation()],
                Excerpt.Of(call.Syntax),
                Excerpt.Of(before.Syntax),
                template.Name,
                $"new {Templates.PrefixOf(template)}Module{Templates.TypeArgumentsOf(template, type => type.ToMinimalDisplayString(call.SemanticModel!, call.Syntax.SpanStart))}()"));
        }
    }
}
