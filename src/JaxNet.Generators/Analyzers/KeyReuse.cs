using JaxNet.Generators.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0014: a key that is used twice, so that the same random numbers come twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyReuse() : RuleAnalyzer(Diagnostics.KeyReuse)
{
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks.OfType<IBlockOperation>())
        {
            if (block.Descendants().Any(IsKeyInUse))
                new KeyUses(context.GetControlFlowGraph(block), new KeyCopies(block), reuse => Report(reuse, context), context.CancellationToken).Find();
        }
    }

    /// <summary>Most bodies have nothing to do with keys, and need no graph.</summary>
    private static bool IsKeyInUse(IOperation operation) => operation is IInvocationOperation call &&
        (KeyConsumers.ConsumesInstance(call) || call.Arguments.Any(argument => KeyConsumers.Consumes(argument, call)));

    private static void Report(KeyUses.Reuse reuse, OperationBlockAnalysisContext context)
    {
        var (used, first) = (reuse.Second.Key, reuse.First.Call.Syntax);
        var key = Excerpt.Of(used.Syntax);
        var isLoop = reuse.First.Key.Syntax == used.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            Diagnostics.KeyReuse,
            used.Syntax.GetLocation(),
            additionalLocations: isLoop ? null : [first.GetLocation()],
            key,
            isLoop ? "in each round of the loop" : $"again, after '{Excerpt.Of(first)}'",
            isLoop
                ? $"make one for each, as in '{key}.FoldIn(i)'"
                : used is ILocalReferenceOperation or IParameterReferenceOperation ? $"split it first, as in 'var (a, b) = {key}.Split();'" : "split one key more"));
    }
}
