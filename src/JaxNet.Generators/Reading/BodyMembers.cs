using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>The members of a body's Params: one for each place that asks for parameters, and one for all calls of a module that has a name.</summary>
/// <param name="singleLayers">The layers that the template is given one by one.</param>
/// <param name="isPrivate">Whether the template is private: its types are internal all the same, so that others can have members of them.</param>
internal sealed class BodyMembers(
    SyntaxNode body, SemanticModel model, Placement placement, IReadOnlyDictionary<ISymbol, TemplateParameter> singleLayers, bool isPrivate, BodyProblems problems)
{
    private readonly RoundKeys _roundKeys = new(model, placement);
    private readonly List<Member> _members = [];
    private readonly Dictionary<int, List<SyntaxNode>> _callsOfShared = [];
    private readonly Dictionary<ModuleLocal, int> _ofLocal = [];
    private readonly Dictionary<string, int> _ofSingleton = [];
    private readonly Dictionary<string, int> _ofLayer = [];
    private readonly Dictionary<string, int> _ofField = [];
    private readonly Dictionary<ISymbol, int> _ofNamedLayers = new(SymbolEqualityComparer.Default);

    public int Count => _members.Count;

    public Member this[int index] => _members[index];

    /// <summary>The members with their rank in the source for their position in it, which comments and lines above would change.</summary>
    public EquatableArray<Member> Ranked()
    {
        // One call that surely runs is enough for a member to be there.
        foreach (var shared in _callsOfShared.Where(shared => SureCalls.In(body, shared.Value)))
            _members[shared.Key] = _members[shared.Key] with { Occurrence = Occurrence.Once };

        var positions = _members.Select(member => member.Position).OrderBy(position => position).ToList();
        return _members.Select(member => member with { Position = positions.BinarySearch(member.Position) }).ToEquatableArray();
    }

    /// <summary>A member for a call of its own.</summary>
    public int Add(Member member, SyntaxNode call)
    {
        var occurrence = placement.OccurrenceOf(call);
        _members.Add(member with { Occurrence = occurrence, Key = occurrence == Occurrence.Repeated ? _roundKeys.Of(call) : null });
        CheckPlace(_members.Count - 1, call);
        return _members.Count - 1;
    }

    /// <summary>A member for a call of its own of another template.</summary>
    public int AddSubmodule(SubmoduleMember member, SyntaxNode call) => CheckReach(Add(member, call), member);

    /// <summary>A member for a module that becomes a function in place: whether it is called, and when, nobody knows.</summary>
    public int AddValue(SubmoduleMember member, SyntaxNode value)
    {
        var index = AddSubmodule(member, value);
        if (_members[index].Occurrence == Occurrence.Once)
            _members[index] = _members[index] with { Occurrence = Occurrence.Optional };

        return index;
    }

    /// <summary>A call of a shared module. It can stand anywhere, also in a lambda: whose parameters it has is clear.</summary>
    public void AddCall(int shared, SyntaxNode call) => _callsOfShared[shared].Add(call);

    /// <summary>The member of a template that is one module, however often it is called.</summary>
    public int OfSingleton(SubmoduleMember member)
    {
        if (!_ofSingleton.TryGetValue(member.Callee.Identity, out var index))
            _ofSingleton.Add(member.Callee.Identity, index = CheckReach(AddShared(member), member));

        return index;
    }

    /// <summary>The member of a module that a field holds.</summary>
    public int OfField(string field, ModuleMember member)
    {
        if (!_ofField.TryGetValue(field, out var index))
            _ofField.Add(field, index = CheckReach(AddShared(member), member));

        return index;
    }

    /// <summary>The member of a module that a local holds; all calls share it, also those in loops.</summary>
    public int OfLocal(ModuleLocal local, Callee callee)
    {
        if (_ofLocal.TryGetValue(local, out var known))
            return known;

        var declaration = local.Declaration;
        var member = new ModuleMember(MemberNames.Of(callee), declaration.SpanStart, callee, local.Layer.Given) { Field = local.Layer.Field };
        var index = callee.IsSingleton ? OfSingleton(member) : CheckReach(AddShared(member), member);
        _ofLocal.Add(local, index);
        CheckPlace(index, declaration);
        return index;
    }

    /// <summary>The member of a layer that the template is given; all calls share it.</summary>
    public int OfHyperparameter(LayerArgument layer)
    {
        if (_ofLayer.TryGetValue(layer.ParamsType!, out var known))
            return known;

        var (symbol, parameter) = singleLayers.Select(pair => (pair.Key, pair.Value)).First(pair => pair.Value.Layer!.TypeParameter == layer.ParamsType);
        var name = NameCasing.ToMember(symbol.Name) ?? "Layer";
        var index = AddShared(new LayerMember(name, symbol.Locations[0].SourceSpan.Start, parameter.Name, layer.ParamsType!));
        _ofLayer.Add(layer.ParamsType!, index);
        return index;
    }

    /// <summary>The member of layers that the template is given by name.</summary>
    public int OfNamedLayers(IParameterSymbol layers)
    {
        if (!_ofNamedLayers.TryGetValue(layers, out var index))
        {
            _ofNamedLayers.Add(layers, index = _members.Count);
            var written = ((ParameterSyntax)layers.DeclaringSyntaxReferences[0].GetSyntax()).Identifier.Text;
            _members.Add(new NamedLayersMember(NameCasing.ToMember(layers.Name) ?? "Layers", layers.Locations[0].SourceSpan.Start, written));
        }

        return index;
    }

    /// <summary>A member for a module that any number of calls share, also calls in loops; <see cref="AddCall"/> tells of each.</summary>
    private int AddShared(Member member)
    {
        _members.Add(member with { Occurrence = Occurrence.Optional });
        _callsOfShared.Add(_members.Count - 1, []);
        return _members.Count - 1;
    }

    private int CheckReach(int index, SubmoduleMember member)
    {
        if (member.Callee.Nameless is { } type)
            problems.Add(problems.AboutTemplate($"calls '{member.Callee.Name}' for the type '{type}', which has no name where parameters are declared; declare a type for it"));

        if (member.OutOfReach is { } callee)
        {
            problems.Add(new MisplacedMember(index, problems.AboutTemplate(isPrivate
                ? $"is private, but what is generated for it is internal, and cannot have parameters of '{callee.Name}' as a part; make '{callee.Name}', the types in its signature and the types around it internal"
                : $"is more accessible than '{callee.Name}', whose parameters become part of its own; make '{callee.Name}' or the type around it internal")));
        }

        return index;
    }

    private void CheckPlace(int member, SyntaxNode node)
    {
        if (placement.ObstacleTo(node) is { } obstacle)
            problems.Add(new MisplacedMember(member, DiagnosticInfo.At(node, Diagnostics.CannotPlace, Excerpt.Of(node), obstacle.Where, obstacle.Advice)));
    }
}
