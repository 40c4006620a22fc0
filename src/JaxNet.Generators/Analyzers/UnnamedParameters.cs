using System.Collections.Immutable;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0011: several parameters, or values of running state, without a name in one template, so that they are numbered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnnamedParameters() : RuleAnalyzer(Diagnostics.UnnamedParameters)
{
    /// <summary>The property of a diagnostic that holds the name to be written; absent where there is no variable to take it from.</summary>
    public const string Name = "Name";

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (!Templates.IsTemplate(context.OwningSymbol))
            return;

        var calls = context.OperationBlocks
            .SelectMany(block => block.DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .Where(invocation => invocation.Syntax is InvocationExpressionSyntax)
            .OrderBy(invocation => invocation.Syntax.SpanStart)
            .ToList();

        Analyze(context, [.. calls.Where(call => Templates.IsParameter(call.TargetMethod))], "Parameter", "parameters", "kernel");
        Analyze(context, [.. calls.Where(call => Templates.IsState(call.TargetMethod))], "State", "values of running state", "average");
    }

    private static void Analyze(
        OperationBlockAnalysisContext context, IReadOnlyList<IInvocationOperation> parameters, string unnamedAs, string what, string example)
    {
        var unnamed = parameters.Where(parameter => NameOf(parameter) is null).ToList();
        if (unnamed.Count < 2)
            return;

        var taken = new HashSet<string?>(parameters.Select(NameOf).OfType<string>().Select(NameCasing.ToMember));
        for (var i = 0; i < unnamed.Count; i++)
        {
            var suggestion = VariableOf(unnamed[i].Syntax) is { } variable && NameCasing.ToMember(variable) is not null ? Free(variable, taken) : null;
            context.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.UnnamedParameters,
                unnamed[i].Syntax.GetLocation(),
                suggestion is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Name, suggestion),
                context.OwningSymbol.Name,
                unnamed.Count,
                $"{unnamedAs}{i}",
                suggestion ?? example,
                what));
        }
    }

    /// <returns>Null if it has none; an empty string for one that the generator refuses.</returns>
    private static string? NameOf(IInvocationOperation parameter) =>
        parameter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue switch
        {
            null or { HasValue: true, Value: null } => null,
            { Value: string name } => name,
            _ => "",
        };

    private static string Free(string name, HashSet<string?> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(NameCasing.ToMember(free)); number++)
            free = name + number;

        return free;
    }

    private static string? VariableOf(SyntaxNode invocation)
    {
        var outermost = invocation;
        while (outermost.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            outermost = outermost.Parent;

        return outermost.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == outermost => variable.Identifier.ValueText,
            _ => null,
        };
    }
}
