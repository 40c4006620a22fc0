using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content>Layers that the template is given by name: all that the body takes out of the dictionary are functions that know their parameters.</content>
internal sealed partial class BodyReader
{
    private readonly Dictionary<ISymbol, int> _memberOfNamedLayers = new(SymbolEqualityComparer.Default);

    private bool ReplaceNamedLayers(SimpleNameSyntax name, PieceList into)
    {
        if (IsPartOfName(name) || _model.GetSymbolInfo(name).Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } layers ||
            !TreeTypes.IsNamedLayers(layers.Type))
        {
            return false;
        }

        if (Writes.To(name))
            Problems.Add(DiagnosticInfo.At(name, Diagnostics.ModuleNotCalled, Excerpt.Of(name), "is written to, but its parameters are those of the layers as they were given", "use it as it is, or hold other layers in a local of its own"));

        // Handed on as a whole, they are another template's to take care of.
        if (IsNamedOnly(name) || IsComparedWithNull(name) || (Outermost(name).Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax call } && TakesLayers(call)))
            return false;

        if (!_memberOfNamedLayers.TryGetValue(layers, out var index))
        {
            _memberOfNamedLayers.Add(layers, index = _members.Count);
            _members.Add(new NamedLayersMember(NameCasing.ToMember(layers.Name) ?? "Layers", layers.Locations[0].SourceSpan.Start, layers.Name));
        }

        into.Replace(name, new NamedLayersPiece(index, name.WithoutTrivia().ToString()));
        return true;
    }
}
