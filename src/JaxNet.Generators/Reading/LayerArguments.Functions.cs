using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content>Lists of functions that a body makes of its template's layers, and which have no parameters: the layers have them.</content>
internal sealed partial class LayerArguments
{
    /// <summary>Whether functions of the body make functions of the template's layers: <c>layers.Select(l => (Layer)(y => y + l(y))).ToArray()</c>.</summary>
    private bool AreMadeOfLayers(ExpressionSyntax list)
    {
        var functions = new List<ExpressionSyntax>();
        var root = spelled.ValueOf(list);
        if (root is CollectionExpressionSyntax { Elements: var elements })
            return elements.All(element => element is SpreadElementSyntax spread ? AreMadeOfLayers(spread.Expression) : Classify(((ExpressionElementSyntax)element).Expression).Kind == LayerArgumentKind.Function);

        for (; root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call; root = Unwrap(access.Expression))
            functions.AddRange(call.ArgumentList.Arguments.Select(argument => argument.Expression).Where(LayerFlow.IsFunction(model)));

        return IsLayersParameter(root) && functions.Count > 0 && functions.All(GivesFunctions);
    }

    private bool GivesFunctions(ExpressionSyntax function) => function switch
    {
        AnonymousFunctionExpressionSyntax { ExpressionBody: { } value } => IsFunctionOrNoLayer(value),
        AnonymousFunctionExpressionSyntax { Block: { } block } => block.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>().All(end => end.Expression is { } value && IsFunctionOrNoLayer(value)),
        _ => model.GetSymbolInfo(function).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction },
    };

    private bool IsFunctionOrNoLayer(ExpressionSyntax value) =>
        (model.GetTypeInfo(value) is { Type: { } type } && !TreeTypes.MentionsLayer(type) && !TreeTypes.IsModule(type)) || Classify(value).Kind == LayerArgumentKind.Function;
}
