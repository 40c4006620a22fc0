using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    /// <summary>The arguments of a template's call that TorchSharp converts to tensors by itself, and the inputs that they become.</summary>
    public static IEnumerable<(IOperation Value, IParameterSymbol Input)> In(IInvocationOperation call) =>
        call.Arguments.SelectMany(argument => ValuesOf(argument).Where(IsConverted).Select(value => (value, argument.Parameter!)));

    private static IEnumerable<IOperation> ValuesOf(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.Explicit, Value: var value } => [value],
        { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: var values } } => values,
        { ArgumentKind: ArgumentKind.ParamCollection, Value: ICollectionExpressionOperation { Elements: var values } } => values,
        _ => [],
    };

    protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        var isLayer = method.MethodKind == MethodKind.DelegateInvoke && TreeTypes.IsLayer(method.ContainingType);
        if (!isLayer && (!method.IsStatic || !Templates.IsTemplate(method) || Templates.IsTemplate(context.ContainingSymbol)))
            return;

        foreach (var (value, input) in In(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.ConvertsToTensor,
                (value.Syntax.Parent as ArgumentSyntax ?? value.Syntax).GetLocation(),
                Excerpt.Of(value.Syntax),
                input.Name,
                isLayer && call.Instance is { } layer ? Excerpt.Of(layer.Syntax) : method.Name));
        }
    }

    private static bool IsConverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, OperatorMethod.ContainingType: { } type, Operand: { } operand } &&
        TreeTypes.IsTensor(type) && operand.Type is { } from && !TreeTypes.IsTensor(from);
}
