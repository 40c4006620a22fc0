using System.Collections.Immutable;
using System.Globalization;
using JaxNet.Generators.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0014: a key that is used twice, so that the same random numbers come twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyReuse() : RuleAnalyzer(Diagnostics.KeyReuse)
{
    /// <summary>Where the loop starts whose rounds need a key each, if it isn't the innermost one.</summary>
    public const string Loop = nameof(Loop);

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks.OfType<IBlockOperation>())
        {
            var uses = block.Descendants().SelectMany(UsesIn).ToList();
            if (uses.Count == 0)
                continue;

            var copies = new KeyCopies(block);
            var rounds = new KeyRounds(copies);
            var found = new HashSet<SyntaxNode>();
            new KeyUses(context.GetControlFlowGraph(block), copies, Report, context.CancellationToken).Find();
            foreach (var use in uses.Where(use => !found.Contains(use.Key.Syntax)))
            {
                if (rounds.LoopWithSame(use.Key, use.Call) is { } loop)
                    KeyReuse.Report(use, loop, context);
            }

            void Report(KeyUses.Reuse reuse)
            {
                var key = reuse.Second.Key.Syntax;
                var isLoop = reuse.First.Key.Syntax == key;

                // Of a key that each round makes itself more can be told: conditions may choose the round.
                if (isLoop && uses.FirstOrDefault(use => use.Key.Syntax == key) is { } use && rounds.IsMadeInRound(use.Key))
                    return;

                found.Add(key);
                KeyReuse.Report(reuse, isLoop, context);
            }
        }
    }

    /// <summary>Most bodies have nothing to do with keys, and need no graph.</summary>
    private static IEnumerable<KeyUses.Use> UsesIn(IOperation operation) => operation is not IInvocationOperation call ? []
        : call.Arguments.Where(argument => KeyConsumers.Consumes(argument, call)).Select(argument => argument.Value)
            .Concat(KeyConsumers.ConsumesInstance(call) ? [call.Instance!] : [])
            .Select(key => new KeyUses.Use(Captures.None.Resolve(key)!, call));

    private static void Report(KeyUses.Reuse reuse, bool isLoop, OperationBlockAnalysisContext context)
    {
        var (used, first) = (reuse.Second.Key, reuse.First.Call.Syntax);
        if (isLoop)
        {
            Report(used, "the loop", null, context);
            return;
        }

        var key = Excerpt.Of(used.Syntax);
        context.ReportDiagnostic(Diagnostic.Create(
            Diagnostics.KeyReuse,
            used.Syntax.GetLocation(),
            additionalLocations: [first.GetLocation()],
            key,
            $"again, after '{Excerpt.Of(first)}'",
            used is ILocalReferenceOperation or IParameterReferenceOperation ? $"split it first, as in 'var (a, b) = {key}.Split();'"
                : used is IInvocationOperation ? "fold another number in"
                : "split one key more"));
    }

    private static void Report(KeyUses.Use use, ILoopOperation loop, OperationBlockAnalysisContext context)
    {
        var isInner = use.Call.Syntax.Ancestors().TakeWhile(around => around != loop.Syntax).Any(RoundConditions.IsLoop);
        Report(use.Key, isInner ? "an outer loop" : "the loop", loop.Syntax, context);
    }

    private static void Report(IOperation key, string rounds, SyntaxNode? loop, OperationBlockAnalysisContext context)
    {
        var text = Excerpt.Of(key.Syntax);
        context.ReportDiagnostic(Diagnostic.Create(
            Diagnostics.KeyReuse,
            key.Syntax.GetLocation(),
            properties: loop is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Loop, loop.SpanStart.ToString(CultureInfo.InvariantCulture)),
            text,
            $"in each round of {rounds}",
            $"make one for each, as in '{text}.FoldIn(i)'"));
    }
}
