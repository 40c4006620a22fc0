using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content>Layers that the template is given by name: all that the body takes out of the dictionary are functions that know their parameters.</content>
internal sealed partial class BodyReader
{
    private bool ReplaceNamedLayers(SimpleNameSyntax name, PieceList into)
    {
        if (Surroundings.IsPartOfName(name) || _model.GetSymbolInfo(name).Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } layers ||
            !TreeTypes.IsNamedLayers(layers.Type))
        {
            return false;
        }

        if (Writes.To(name))
            _problems.AddWrittenTo(name, "the layers as they were given", "use it as it is, or hold other layers in a local of its own");

        // Handed on as a whole, they are another template's to take care of.
        if (Surroundings.IsNamedOnly(name) || Surroundings.IsComparedWithNull(name) || (Surroundings.Outermost(name).Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax call } && _flow.TakesLayers(call)))
            return false;

        into.Replace(name, new NamedLayersPiece(_members.OfNamedLayers(layers), name.WithoutTrivia().ToString(), IsInExpressionTree(name)));
        return true;
    }
}
