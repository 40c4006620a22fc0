using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>The values that a control flow graph keeps for later, where an expression has branches in it.</summary>
internal sealed class Captures
{
    private readonly Dictionary<CaptureId, IOperation?> _values = [];

    private Captures()
    {
    }

    public Captures(ControlFlowGraph graph)
    {
        foreach (var capture in graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            // One of several, such as those of a conditional expression, is none.
            _values[capture.Id] = _values.ContainsKey(capture.Id) ? null : capture.Value;
        }
    }

    /// <summary>For code as it is written, which has none.</summary>
    public static Captures None { get; } = new();

    /// <summary>What stands behind a value: conversions and captures are seen through. Null if it may be one of several.</summary>
    public IOperation? Resolve(IOperation? value)
    {
        for (var depth = 0; depth < 32; depth++)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IFlowCaptureReferenceOperation reference:
                    value = _values.TryGetValue(reference.Id, out var captured) ? captured : null;
                    break;
                default:
                    return value;
            }
        }

        return null;
    }
}
