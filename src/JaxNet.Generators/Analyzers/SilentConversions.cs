using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>
/// JXN0009 where the generator doesn't look: a number or array that turns into the input of a template in ordinary
/// code, or of a layer anywhere.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SilentConversions() : RuleAnalyzer(Diagnostics.ConvertsToTensor)
{
    /// <summary>The arguments of a template's call that TorchSharp converts to tensors by itself.</summary>
    public static IEnumerable<IArgumentOperation> In(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsConverted(argument.Value));

    protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        var isLayer = method.MethodKind == MethodKind.DelegateInvoke && TreeTypes.IsLayer(method.ContainingType);
        if (!isLayer && (!method.IsStatic || !Templates.IsTemplate(method) || Templates.IsTemplate(context.ContainingSymbol)))
            return;

        foreach (var argument in In(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.ConvertsToTensor,
                argument.Syntax.GetLocation(),
                Excerpt.Of(argument.Value.Syntax),
                argument.Parameter!.Name,
                isLayer && call.Instance is { } layer ? Excerpt.Of(layer.Syntax) : method.Name));
        }
    }

    private static bool IsConverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, OperatorMethod.ContainingType: { } type, Operand: { } operand } &&
        TreeTypes.IsTensor(type) && operand.Type is { } from && !TreeTypes.IsTensor(from);
}
