using System.Threading;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Runs facts forward through a control flow graph: what holds before a block is what the ways to it have brought.</summary>
internal static class ForwardFlow
{
    /// <param name="entry">What holds at the start.</param>
    /// <param name="through">What holds after a block, by what holds before it.</param>
    /// <param name="join">What holds where two ways meet: the first argument itself, if the second adds nothing.</param>
    /// <returns>What holds before each block that can be reached.</returns>
    public static IReadOnlyList<(BasicBlock Block, TState Before)> Solve<TState>(
        ControlFlowGraph graph, TState entry, Func<BasicBlock, TState, TState> through, Func<TState, TState, TState> join, CancellationToken cancellation)
        where TState : class
    {
        var before = new TState?[graph.Blocks.Length];
        var queue = new SortedSet<int>();
        foreach (var block in graph.Blocks)
        {
            // Handlers are entered from anywhere in their 'try': nothing is known to have happened there.
            if (block.Kind == BasicBlockKind.Entry || (block.Predecessors.IsEmpty && block.IsReachable))
            {
                before[block.Ordinal] = entry;
                queue.Add(block.Ordinal);
            }
        }

        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = graph.Blocks[queue.Min];
            queue.Remove(block.Ordinal);
            var after = through(block, before[block.Ordinal]!);
            Enter(block.ConditionalSuccessor?.Destination, after);
            Enter(block.FallThroughSuccessor?.Destination, after);
        }

        return [.. graph.Blocks.Where(block => before[block.Ordinal] is not null).Select(block => (block, before[block.Ordinal]!))];

        void Enter(BasicBlock? block, TState facts)
        {
            if (block is null)
                return;

            var known = before[block.Ordinal];
            var joined = known is null ? facts : join(known, facts);
            if (ReferenceEquals(joined, known))
                return;

            before[block.Ordinal] = joined;
            queue.Add(block.Ordinal);
        }
    }
}
