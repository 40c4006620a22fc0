using JaxNet.Generators.Model;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Analyzers;

/// <summary>
/// JXN0019: a parameter of a template whose type has tensors, but isn't a tree of them, so that it is a hyperparameter. What has other
/// data too may well be one; but a template that has no input at all is hardly meant.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TensorsThatAreNoInput() : RuleAnalyzer(Diagnostics.TensorsThatAreNoInput)
{
    protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var syntax = (MethodDeclarationSyntax)context.Node;
        if (!TemplateSyntax.IsTemplate(syntax) || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } template || TemplateSyntax.IsForeign(template))
            return;

        var hasInput = template.Parameters.Any(Templates.IsInput);
        foreach (var (written, parameter) in syntax.ParameterList.Parameters.Zip(template.Parameters, (written, parameter) => (written, parameter)))
        {
            if (written.Type is null || SurfaceReader.RoleOf(parameter) != ParameterRole.Hyperparameter || SurfaceReader.IsOverruled(parameter))
                continue;

            var structure = TensorStructure.Of(parameter.Type);
            if (structure.HasTensors && (!structure.HasOthers || !hasInput))
                context.ReportDiagnostic(Diagnostic.Create(
                    Diagnostics.TensorsThatAreNoInput, written.Identifier.GetLocation(), parameter.Name, written.Type.ToString(), template.Name, AdviceFor(structure)));
        }
    }

    private static string AdviceFor(TensorStructure structure) => structure.Own is { } own
        ? $"let '{own.Name}' implement ITree, or take a tuple"
        : "take a tuple, an array, a list, or a dictionary with string keys, of tensors only";
}
