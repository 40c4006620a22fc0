using System.Collections.Immutable;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0012: templates and primitives that ordinary code calls or names, where they have no parameters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OutsideOfTemplate() : RuleAnalyzer(Diagnostics.OutsideOfTemplate)
{
    /// <summary>Properties of a diagnostic, from which the call that is meant can be written.</summary>
    public const string Module = "Module", Inputs = "Inputs", ParamsType = "ParamsType";

    /// <summary>What is missing around a template's call, and around that of a primitive.</summary>
    public const string NoParameters = "where it has no parameters", NoAnswer = "where nothing answers it";

    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeMethodGroup, OperationKind.MethodReference);
        context.RegisterOperationAction(AnalyzeMode, OperationKind.PropertyReference);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            if (TreeTypes.IsLayer(method.ContainingType) && !Templates.IsTemplate(context.ContainingSymbol))
                AnalyzeLayer(call, context);
        }
        else if (method.IsStatic && Templates.IsTemplate(method))
        {
            // A number in the place of a tensor says that a factory was meant.
            if (!Templates.IsTemplate(context.ContainingSymbol) && !SilentConversions.In(call).Any())
                ReportTemplate(call, context);
        }
        else if (Templates.IsPrimitive(method) && !Templates.IsTemplate(context.ContainingSymbol))
        {
            Report(context, call.Syntax, NoAnswer, AdviceFor(method));
        }
    }

    private static void ReportTemplate(IInvocationOperation call, OperationAnalysisContext context)
    {
        if (ModuleCall.Of(call) is not { } meant)
        {
            Report(context, call.Syntax, NoParameters, "make a module of it, and call its 'Init' and 'Apply'");
            return;
        }

        Report(context, call.Syntax, NoParameters, $"write '{meant.With("parameters")}', with parameters from 'Init'", PropertiesOf(meant));
    }

    private static void AnalyzeMethodGroup(OperationAnalysisContext context)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (!reference.Method.IsStatic || IsNamedOnly(reference) || Templates.IsTemplate(context.ContainingSymbol))
            return;

        if (Templates.IsTemplate(reference.Method))
        {
            var properties = ModuleCall.Of(reference) is { } meant ? PropertiesOf(meant) : null;
            Report(context, reference.Syntax, NoParameters, $"write '{Excerpt.Of(reference.Syntax)}(...)', which makes a module, and call its 'Init' and 'Apply'", properties);
        }
        else if (Templates.IsPrimitive(reference.Method))
            Report(context, reference.Syntax, NoAnswer, AdviceFor(reference.Method));
    }

    private static void AnalyzeMode(OperationAnalysisContext context)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (Templates.IsPrimitive(reference.Property) && !IsNamedOnly(reference) && !Templates.IsTemplate(context.ContainingSymbol))
            Report(context, reference.Syntax, NoAnswer, AdviceFor(reference.Property));
    }

    /// <summary>A layer may be any function; only one that is surely a module has no parameters.</summary>
    private static void AnalyzeLayer(IInvocationOperation call, OperationAnalysisContext context)
    {
        if (call.Instance is null || ModuleIn(call.Instance) is not { } module)
            return;

        var meant = ModuleCall.Of(module, call.Arguments);
        Report(
            context,
            call.Syntax,
            $"where the module '{Excerpt.Of(call.Instance.Syntax)}' has no parameters",
            $"write '{meant.With("parameters")}', with parameters from 'Init'",
            PropertiesOf(meant));
    }

    private static IOperation? ModuleIn(IOperation value, int depth = 0)
    {
        while (value is IConversionOperation conversion)
        {
            // The module is converted to its base class first, which knows the conversion to a layer.
            value = conversion.Operand;
            if (value is not IConversionOperation && TreeTypes.IsModule(value.Type))
                return value;
        }

        // Code that doesn't compile may go in circles.
        return depth < 8 && value is ILocalReferenceOperation { Local: var local } && LocalValues.OnlyValueOf(local, value) is { } initial
            ? ModuleIn(initial, depth + 1)
            : null;
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(ModuleCall meant) => ImmutableDictionary<string, string?>.Empty
        .Add(Module, meant.Module)
        .Add(Inputs, meant.Inputs)
        .Add(ParamsType, meant.ParamsType);

    private static bool IsNamedOnly(IOperation operation) => operation.Parent is INameOfOperation;

    private static string AdviceFor(ISymbol primitive) => primitive.Name switch
    {
        "RandomKey" => "move it into the body of a [Parametrized] method, or make a key with 'new Key(seed)'",
        "CurrentMode" => "move it into the body of a [Parametrized] method, or take the mode as an argument",
        _ => "move it into the body of a [Parametrized] method",
    };

    private static void Report(OperationAnalysisContext context, SyntaxNode node, string where, string advice, ImmutableDictionary<string, string?>? properties = null)
    {
        if (!MisplacedTemplates.Contain(node) && !ForgottenAttributes.Contain(node, context.ContainingSymbol))
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.OutsideOfTemplate, node.GetLocation(), properties, Excerpt.Of(node), where, advice));
    }
}
