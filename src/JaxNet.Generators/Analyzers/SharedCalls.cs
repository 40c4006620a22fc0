using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0017: two calls of a template without hyperparameters, or two places that name it as a layer, which are of one module: they share its parameters.</summary>
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
            .Where(operation => operation is IInvocationOperation { Syntax: InvocationExpressionSyntax } or IMethodReferenceOperation { Parent: not INameOfOperation })
            .OrderBy(call => call.Syntax.SpanStart);

        var first = new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        foreach (var call in calls)
        {
            var template = call switch
            {
                IMethodReferenceOperation { Method: var named } => Templates.IsTemplate(named) ? named : null,
                IInvocationOperation { TargetMethod: var called } => Templates.IsTemplate(called) ? called : Templates.OfFactory(called),
                _ => null,
            };

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
