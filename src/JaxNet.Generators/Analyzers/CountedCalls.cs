using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0020: a call in a loop that not every round makes, nor the same rounds each time, so that a round may have the parameters of another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CountedCalls() : RuleAnalyzer(Diagnostics.CountedCall)
{
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (!Templates.IsTemplate(context.OwningSymbol))
            return;

        foreach (var block in context.OperationBlocks)
        {
            var body = block.Syntax is ArrowExpressionClauseSyntax arrow ? arrow.Expression : block.Syntax;
            var calls = block.DescendantsAndSelf().Where(operation => operation.Syntax is ExpressionSyntax && TemplateOf(operation) is not null).ToList();
            if (calls.Count == 0)
                continue;

            var placement = new Placement(body);
            var keys = new RoundKeys(block.SemanticModel!, placement);
            var differences = new RoundDifferences(block, (IMethodSymbol)context.OwningSymbol);
            foreach (var call in calls.Where(call => placement.ObstacleTo(call.Syntax) is null))
            {
                var loops = placement.LoopsAround(call.Syntax);
                if (loops.Count == 0 || keys.Of(call.Syntax) is not null || RoundConditions.Of(call.Syntax, loops).FirstOrDefault(condition => differences.In(condition, loops.Last())) is not { } condition)
                    continue;

                var advice = TemplateOf(call) is { Length: > 0 } name ? $"write 'Layer layer = {name}(...);' before that, which every round makes, and call it here" : "ask for it before that, in every round";
                context.ReportDiagnostic(Diagnostic.Create(Diagnostics.CountedCall, call.Syntax.GetLocation(), Excerpt.Of(call.Syntax), Excerpt.Of(condition), advice));
            }
        }
    }

    /// <summary>The template of which an operation has a module of its own wherever it stands; empty for a parameter, null for anything else.</summary>
    private static string? TemplateOf(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call)
            return null;

        if (Templates.IsParameter(method))
            return "";

        var template = Templates.IsTemplate(method) ? method : !IsHandedOn(call) ? Templates.OfFactory(method) : null;
        return template is not null && !Templates.IsSingleton(template) && (Templates.HasParameters(template) || Templates.KeepsState(template)) ? template.Name : null;
    }

    /// <summary>Whether a module is a layer for another template, which has its parameters.</summary>
    private static bool IsHandedOn(IOperation module)
    {
        for (var around = module.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            if (around is IInvocationOperation { TargetMethod: var method } && (Templates.IsTemplate(method) || Templates.OfFactory(method) is not null))
                return true;
        }

        return false;
    }
}
