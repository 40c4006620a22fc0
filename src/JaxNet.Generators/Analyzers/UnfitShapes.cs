using System.Collections.Immutable;
using System.Globalization;
using JaxNet.Generators.Analyzers.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0018: a parameter whose shape surely doesn't fit the operation that it feeds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnfitShapes() : RuleAnalyzer(Diagnostics.UnfitShapes)
{
    /// <summary>A property of a diagnostic: the size that the place in the additional location must be.</summary>
    public const string Size = "Size";

    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeProduct, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeElementwise, OperationKind.Binary);
    }

    private static void AnalyzeProduct(OperationAnalysisContext context)
    {
        if (Templates.IsTemplate(context.ContainingSymbol) && ShapeReader.FactorsOf((IInvocationOperation)context.Operation) is var (left, right))
            Check(left, right, ConstantShape.Product, "the last size of the first must be the last but one of the second", context);
    }

    private static void AnalyzeElementwise(OperationAnalysisContext context)
    {
        var operation = (IBinaryOperation)context.Operation;
        if (ShapeReader.IsElementwise(operation) && Templates.IsTemplate(context.ContainingSymbol))
            Check(operation.LeftOperand, operation.RightOperand, ConstantShape.Broadcast, "sizes must be the same from the last on, or 1", context);
    }

    private static void Check(
        IOperation left, IOperation right, Func<ConstantShape, ConstantShape, ConstantShape?> combine, string condition, OperationAnalysisContext context)
    {
        if (ShapeReader.Of(left) is not { } a || ShapeReader.Of(right) is not { } b || !(a.IsOfParameter || b.IsOfParameter) || combine(a, b) is not null)
            return;

        var repair = ShapeRepair.Find((left, a), (right, b), combine);
        context.ReportDiagnostic(Diagnostic.Create(
            Diagnostics.UnfitShapes,
            context.Operation.Syntax.GetLocation(),
            repair is var (size, _) ? [size.Syntax.GetLocation()] : null,
            repair is var (_, fitting) ? ImmutableDictionary<string, string?>.Empty.Add(Size, fitting.ToString(CultureInfo.InvariantCulture)) : null,
            Excerpt.Of(context.Operation.Syntax), Excerpt.Of(left.Syntax), a, Excerpt.Of(right.Syntax), b, condition));
    }
}
