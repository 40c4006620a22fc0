using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>JXN0016: a module that a template makes and never calls, so that it has no parameters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnusedModules() : RuleAnalyzer(Diagnostics.UnusedModule)
{
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (!Templates.IsTemplate(context.OwningSymbol))
            return;

        var operations = context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).ToList();
        var used = new HashSet<ISymbol>(operations.OfType<ILocalReferenceOperation>().Select(reference => reference.Local), SymbolEqualityComparer.Default);
        foreach (var operation in operations)
        {
            if (operation is IVariableDeclaratorOperation { Symbol: var local } declarator &&
                !used.Contains(local) && IsNewModule(declarator.GetVariableInitializer()?.Value) && declarator.Syntax is VariableDeclaratorSyntax syntax)
            {
                Report(syntax.Identifier.GetLocation(), local.Name);
            }
            else if (operation is IExpressionStatementOperation statement && IsNewModule(statement.Operation))
            {
                Report(statement.Operation.Syntax.GetLocation(), Excerpt.Of(statement.Operation.Syntax));
            }
        }

        void Report(Location location, string module) =>
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.UnusedModule, location, module, context.OwningSymbol.Name));
    }

    private static bool IsNewModule(IOperation? value) => value switch
    {
        IConversionOperation conversion => IsNewModule(conversion.Operand),
        IInvocationOperation or IObjectCreationOperation => TreeTypes.IsModule(value.Type),
        _ => false,
    };
}
