using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Takes a body apart: into the user's text, and the places where Init and Apply differ from it. What it can't follow
/// becomes a problem, never a guess.
/// </summary>
internal sealed partial class BodyReader
{
    private readonly MethodDeclarationSyntax _template;
    private readonly SyntaxNode _body;
    private readonly TemplateSurface _surface;
    private readonly SemanticModel _model;
    private readonly int _firstLine;
    private readonly TypePaths _paths;
    private readonly CalleeResolver _callees;
    private readonly LayerArguments _layers;
    private readonly Placement _placement;
    private readonly RoundKeys _roundKeys;
    private readonly IReadOnlyDictionary<ISymbol, ModuleLocal> _locals;
    private readonly ISymbol? _layersParameter;
    private readonly IReadOnlyDictionary<ISymbol, TemplateParameter> _singleLayers;
    private readonly int _position;
    private readonly Lazy<bool> _dropsStatic;

    private readonly List<Member> _members = [];
    private readonly List<TextSpan> _replaced = [];
    private readonly Dictionary<ModuleLocal, int> _memberOfLocal = [];
    private readonly Dictionary<string, int> _memberOfSingleton = [];
    private readonly Dictionary<string, int> _memberOfLayer = [];
    private readonly Dictionary<string, int> _memberOfField = [];
    private readonly Dictionary<int, List<SyntaxNode>> _callsOfShared = [];
    private readonly List<StateValue> _states = [];
    private bool _drawsKeys;
    private bool _callsLayers;

    public BodyReader(
        MethodDeclarationSyntax syntax, SyntaxNode body, TemplateSurface surface, BindingContext context, SemanticModel model, TypePaths paths, int firstLine)
    {
        _template = syntax;
        _body = body;
        _surface = surface;
        _model = model;
        _firstLine = firstLine;
        _position = syntax.Identifier.SpanStart;
        var symbol = model.GetDeclaredSymbol(syntax)!;
        _layersParameter = symbol.Parameters.FirstOrDefault(parameter => TreeTypes.IsLayers(parameter.Type));
        _paths = paths;
        _callees = new CalleeResolver(context, paths, symbol, _position);
        _placement = new Placement(body);
        _roundKeys = new RoundKeys(model, _placement);
        _dropsStatic = new(DropsStatic);
        var locals = new Dictionary<ISymbol, ModuleLocal>(SymbolEqualityComparer.Default);
        _locals = locals;
        _singleLayers = symbol.Parameters
            .Zip(surface.Parameters, (bound, parameter) => (bound, parameter))
            .Where(pair => pair.parameter.Role == ParameterRole.Layer)
            .ToDictionary(pair => (ISymbol)pair.bound, pair => pair.parameter, SymbolEqualityComparer.Default);
        _layers = new LayerArguments(model, _position, _callees, locals, _singleLayers, new SpelledLayers(model, IsOnlyHandedOn));
        foreach (var variable in ModuleLocals.FindIn(body, model))
        {
            var value = LayerArguments.Unwrap(variable.Initializer!.Value);
            if (IsCalledInRounds(variable) || _layers.IsKnownByType(variable.Initializer.Value))
                continue;

            // A second name of a local module is the same module.
            locals.Add(
                model.GetDeclaredSymbol(variable)!,
                model.GetSymbolInfo(value).Symbol is { } other && locals.TryGetValue(other, out var known)
                    ? known
                    : new(variable, _layers.Classify(value) with { Local = variable.Identifier.Text }, IsMade(value) && _placement.OccurrenceOf(variable) == Occurrence.Repeated));
        }
    }

    public List<DiagnosticInfo> Problems { get; } = [];

    public List<MisplacedMember> Misplaced { get; } = [];

    /// <returns>The body; null if it has problems.</returns>
    public TemplateBody? Read()
    {
        var isExpression = _body is ExpressionSyntax;
        var statements = isExpression
            ? [Read(_body)]
            : ((BlockSyntax)_body).Statements.Select(Read).ToList();

        if (_callsLayers && _members.Count > 0 && Problems.Count == 0)
        {
            Problems.Add(AboutTemplate(
                "calls its layers and has other parameters beside them; call the layers through Sequential, or put the others into a template of their own"));
        }

        CheckHiddenConversions();
        foreach (var (name, type) in FileLocals.NamedIn(_body, _model))
        {
            Problems.Add(DiagnosticInfo.At(
                name, Diagnostics.UnsupportedSignature, _surface.Name, $"uses '{type.Name}', which is local to its file, where generated code can't reach it; leave out 'file'"));
        }

        if (Problems.Count > 0)
            return null;

        var identifiers = _body.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .Concat(_surface.Parameters.Select(parameter => parameter.Name))
            .Distinct();

        return new TemplateBody(
            isExpression,
            _drawsKeys,
            _callsLayers ? _layersParameter!.Name : null,
            identifiers.ToEquatableArray(),
            RankedMembers().ToEquatableArray(),
            _states.Select((state, rank) => state with { Position = rank }).ToEquatableArray(),
            statements.ToEquatableArray());
    }

    /// <summary>The members with their rank in the source for their position in it, which comments and lines above would change.</summary>
    private IEnumerable<Member> RankedMembers()
    {
        // One call that surely runs is enough for a member to be there.
        foreach (var shared in _callsOfShared.Where(shared => SureCalls.In(_body, shared.Value)))
            _members[shared.Key] = _members[shared.Key] with { Occurrence = Occurrence.Once };

        var positions = _members.Select(member => member.Position).OrderBy(position => position).ToList();
        return _members.Select(member => member with { Position = positions.BinarySearch(member.Position) });
    }

    private Statement Read(SyntaxNode node)
    {
        var pieces = new PieceList();
        EmitUnmarked(node, pieces);
        return new Statement(MarkOf(SequencePoints.FirstIn(node) ?? node.Span, node), pieces.Trimmed());
    }

    /// <summary>Tells where the text of a node, which has been emitted, comes from.</summary>
    private MarkPiece MarkOf(TextSpan span, SyntaxNode node)
    {
        var lines = node.SyntaxTree.GetLineSpan(span);
        var isChanged = _replaced.Any(replaced => replaced.OverlapsWith(span)) ||
            node.DescendantTrivia(span).Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && span.Contains(trivia.Span));

        return new(
            new(
                lines.StartLinePosition.Line - _firstLine,
                lines.StartLinePosition.Character,
                lines.EndLinePosition.Line - _firstLine,
                lines.EndLinePosition.Character),
            isChanged);
    }

    private void Emit(SyntaxNode node, PieceList into)
    {
        if (SequencePoints.FirstIn(node) is not { } span)
        {
            EmitUnmarked(node, into);
            return;
        }

        var pieces = new PieceList();
        EmitUnmarked(node, pieces);
        into.AddMarked(MarkOf(span, node), pieces);
    }

    private void EmitUnmarked(SyntaxNode node, PieceList into)
    {
        if (Replace(node, into))
        {
            _replaced.Add(node.Span);
            return;
        }

        EmitChildren(node, into);
    }

    private void EmitChildren(SyntaxNode node, PieceList into)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                Emit(inner, into);
                continue;
            }

            var text = new PieceList();
            text.Add(child.AsToken());
            if (SequencePoints.FirstIn(child.AsToken()) is { } span)
                into.AddMarked(MarkOf(span, node), text);
            else
                into.Append(text);
        }
    }

    /// <returns>Whether <paramref name="node"/> was put into the pieces as something else than its text.</returns>
    private bool Replace(SyntaxNode node, PieceList into) => node switch
    {
        InvocationExpressionSyntax invocation => ReplaceInvocation(invocation, into),
        BaseObjectCreationExpressionSyntax creation => BindModule(creation, into),
        CastExpressionSyntax cast => ReplaceCast(cast, into) || BindValue(cast, into),
        VariableDeclarationSyntax { Variables.Count: > 1 } declaration => ReplaceDeclaration(declaration, into),
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => ReplaceStaticFunction(node, into),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: ParenthesizedExpressionSyntax } sure => DropAssurance(sure, into),
        MemberAccessExpressionSyntax access => ReplaceMode(access, into) || ReplaceMethodGroup(access, into) || CheckName(access, into),
        ConditionalExpressionSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression }
            or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax => BindValue((ExpressionSyntax)node, into),
        TypeSyntax type when ReplaceLayerType(type, into) => true,
        SimpleNameSyntax name => ReplaceMode(name, into) || ReplaceLayersParameter(name, into) || ReplaceNamedLayers(name, into) || ReplaceMethodGroup(name, into) || CheckName(name, into),
        _ => false,
    };

    private bool ReplaceInvocation(InvocationExpressionSyntax invocation, PieceList into)
    {
        var symbol = _model.GetSymbolInfo(invocation);
        if (symbol.Symbol is not IMethodSymbol method)
            return symbol.CandidateReason == CandidateReason.LateBound && CheckDynamic(invocation, symbol.CandidateSymbols);

        if (IsPrimitive(method))
        {
            return method.Name switch
            {
                "RandomKey" => ReplaceKey(invocation, into),
                "Scan" => ReplaceScan(invocation, into),
                "State" => ReplaceState(invocation, method, into),
                _ => ReplaceParameter(invocation, method, into),
            };
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
            return TreeTypes.IsLayer(method.ContainingType) ? ReplaceLayerCall(invocation, into) : BindModule(invocation, into);

        if (_callees.TemplateOf(method) is { } callee)
            return ReplaceCall(invocation, method, callee, into);

        return BindModule(invocation, into);
    }

    private static bool IsPrimitive(IMethodSymbol method) =>
        method.Name is "Parameter" or "RandomKey" or "Scan" or "State" && method.ContainingType is { Name: "Primitives" } type && TreeTypes.IsJaxNet(type);

    private bool ReplaceKey(InvocationExpressionSyntax invocation, PieceList into)
    {
        _drawsKeys = true;
        into.Replace(invocation, new KeyPiece());
        return true;
    }

    private bool ReplaceMode(ExpressionSyntax expression, PieceList into)
    {
        var name = expression is MemberAccessExpressionSyntax access ? access.Name : expression as SimpleNameSyntax;
        if (name?.Identifier.ValueText != "CurrentMode" ||
            _model.GetSymbolInfo(expression).Symbol is not IPropertySymbol { ContainingType: { Name: "Primitives" } type } || !TreeTypes.IsJaxNet(type))
        {
            return false;
        }

        into.Replace(expression, new ModePiece());
        return true;
    }

    /// <summary>A static function has no access to the glue around it: where one needs that, all of them lose the modifier.</summary>
    private bool ReplaceStaticFunction(SyntaxNode function, PieceList into)
    {
        if (!IsStatic(function) || !_dropsStatic.Value)
            return false;

        foreach (var child in function.ChildNodesAndTokens())
        {
            if (child.IsKind(SyntaxKind.StaticKeyword))
                into.Add(child.GetLeadingTrivia());
            else if (child.AsNode() is { } inner)
                Emit(inner, into);
            else
                into.Add(child.AsToken());
        }

        return true;
    }

    /// <summary>
    /// <c>(Parameter(...))!</c> becomes <c>(parameters.Scale)</c>: with the exclamation mark it would be the cast of a negation, and generated code warns of nothing.
    /// </summary>
    private bool DropAssurance(PostfixUnaryExpressionSyntax sure, PieceList into)
    {
        Emit(sure.Operand, into);
        into.Add(sure.OperatorToken.LeadingTrivia);
        into.Add(sure.OperatorToken.TrailingTrivia);
        return true;
    }

    private bool DropsStatic() => _body.DescendantNodes().Where(IsStatic).SelectMany(function => function.DescendantNodes()).Any(node => node switch
    {
        SimpleNameSyntax { Identifier.ValueText: "CurrentMode" } => true,
        InvocationExpressionSyntax call => _model.GetSymbolInfo(call).Symbol is IMethodSymbol method &&
            (IsPrimitive(method) || _callees.TemplateOf(method) is not null),
        _ => false,
    } || (node is ExpressionSyntax value && TreeTypes.IsModule(_model.GetTypeInfo(value).Type) && LayerThatBecomes(value) is not null));

    private static bool IsStatic(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    /// <summary>A member for a call of its own.</summary>
    private int AddMember(Member member, SyntaxNode call)
    {
        var occurrence = _placement.OccurrenceOf(call);
        _members.Add(member with { Occurrence = occurrence, Key = occurrence == Occurrence.Repeated ? _roundKeys.Of(call) : null });
        CheckPlace(_members.Count - 1, call);
        return _members.Count - 1;
    }

    /// <summary>A member for a module that any number of calls share, also calls in loops; <see cref="AddCall"/> tells of each.</summary>
    private int AddShared(Member member)
    {
        _members.Add(member with { Occurrence = Occurrence.Optional });
        _callsOfShared.Add(_members.Count - 1, []);
        return _members.Count - 1;
    }

    /// <summary>A call of a shared module. It can stand anywhere, also in a lambda: whose parameters it has is clear.</summary>
    private void AddCall(int shared, SyntaxNode call) => _callsOfShared[shared].Add(call);

    private void CheckPlace(int member, SyntaxNode node)
    {
        if (_placement.ObstacleTo(node) is { } obstacle)
            Misplaced.Add(new(member, DiagnosticInfo.At(node, Diagnostics.CannotPlace, Excerpt.Of(node), obstacle.Where, obstacle.Advice)));
    }

    private DiagnosticInfo AboutTemplate(string why) =>
        DiagnosticInfo.At(_template.Identifier, Diagnostics.UnsupportedSignature, _surface.Name, why);

    private PieceList EmitAlone(ArgumentSyntax argument)
    {
        var value = new PieceList();
        Emit(argument.Expression, value);
        return value;
    }

    /// <summary>An argument list without its parentheses, with its line breaks.</summary>
    private static EquatableArray<Piece> Join(ArgumentListSyntax list, Dictionary<ArgumentSyntax, PieceList> emitted)
    {
        var pieces = new PieceList();
        foreach (var child in list.Arguments.GetWithSeparators())
        {
            if (child.AsNode() is ArgumentSyntax argument)
            {
                pieces.Add(argument.GetLeadingTrivia());
                if (argument.NameColon is { } name)
                    pieces.Add(name.Name.Identifier.Text + ": ");

                if (argument.RefKindKeyword.RawKind != 0)
                    pieces.Add(argument.RefKindKeyword);

                pieces.Add(emitted[argument]);
            }
            else
            {
                pieces.Add(child.AsToken());
            }
        }

        return pieces.Trimmed();
    }
}
