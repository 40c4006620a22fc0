using System.Collections.Immutable;
using JaxNet.Generators.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0015: a template that writes into its inputs or parameters, which are its caller's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InPlaceOperations() : RuleAnalyzer(Diagnostics.InPlace)
{
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (!Templates.IsTemplate(context.OwningSymbol))
            return;

        var inputs = ((IMethodSymbol)context.OwningSymbol).Parameters
            .Where(Templates.IsInput)
            .ToImmutableDictionary(input => (object)input, input => $"the input '{input.Name}'");

        foreach (var block in context.OperationBlocks.OfType<IBlockOperation>())
        {
            new TensorOrigins(context.GetControlFlowGraph(block), (operation, origin) => Report(operation, origin, context), context.CancellationToken)
                .Find(inputs);
        }
    }

    private static void Report(IOperation operation, string origin, OperationBlockAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(
        Diagnostics.InPlace, operation.Syntax.GetLocation(), Excerpt.Of(operation.Syntax), origin, Advice(operation)));

    private static string Advice(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method })
            return "write to a 'clone()' of it";

        var pure = method.Name.TrimEnd('_');
        return pure == method.Name ? "leave 'inplace' out, and use the result"
            : method.ContainingType.GetMembers(pure).IsEmpty ? "make a new tensor, or take a 'clone()' first"
            : $"use the result of '{pure}' instead, or take a 'clone()' first";
    }
}
