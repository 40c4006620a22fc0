using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
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
    private readonly int _position;
    private readonly TypePaths _paths;
    private readonly CalleeResolver _callees;
    private readonly LayerArguments _layers;
    private readonly LayerFlow _flow;
    private readonly BodyMembers _members;
    private readonly BodyProblems _problems;
    private readonly Dictionary<ISymbol, ModuleLocal> _locals = new(SymbolEqualityComparer.Default);
    private readonly IReadOnlyDictionary<ISymbol, TemplateParameter> _singleLayers;
    private readonly Lazy<bool> _dropsStatic;

    private readonly List<TextSpan> _replaced = [];
    private readonly List<StateValue> _states = [];
    private readonly Dictionary<(string Name, string Type), int> _namedStates = [];
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
        _paths = paths;
        _dropsStatic = new(DropsStatic);
        _problems = new BodyProblems(syntax, surface.Name);

        var symbol = model.GetDeclaredSymbol(syntax)!;
        _singleLayers = symbol.Parameters
            .Zip(surface.Parameters, (bound, parameter) => (bound, parameter))
            .Where(pair => pair.parameter.Role == ParameterRole.Layer)
            .ToDictionary(pair => (ISymbol)pair.bound, pair => pair.parameter, SymbolEqualityComparer.Default);
        _callees = new CalleeResolver(context, paths, symbol, _position);
        _flow = new LayerFlow(body, model, _callees, symbol.Parameters.FirstOrDefault(parameter => TreeTypes.IsLayers(parameter.Type)), _locals);
        _layers = new LayerArguments(model, paths, _position, _callees, _locals, _singleLayers, new SpelledLayers(model, _flow.IsOnlyHandedOn), new LayersFromElsewhere(body, model));

        var placement = new Placement(body);
        _members = new BodyMembers(body, model, placement, _singleLayers, symbol.DeclaredAccessibility == Accessibility.Private, _problems);
        new ModuleLocals(body, model, placement).Read(_layers, _locals);
    }

    public EquatableArray<DiagnosticInfo> Problems => _problems.All;

    public EquatableArray<MisplacedMember> Misplaced => _problems.Misplaced;

    /// <returns>The body; null if it has problems.</returns>
    public TemplateBody? Read()
    {
        var isExpression = _body is ExpressionSyntax;
        var statements = isExpression
            ? [Read(_body)]
            : ((BlockSyntax)_body).Statements.Select(Read).ToList();

        if (_callsLayers && !_problems.Any)
        {
            var problem = _problems.AboutTemplate(
                "calls its layers and has other parameters beside them; call the layers through Sequential, or in a template of their own that this one gives them to");
            for (var i = 0; i < _members.Count; i++)
                _problems.Add(new MisplacedMember(i, problem));
        }

        CheckHiddenConversions();
        foreach (var (name, type) in FileLocals.NamedIn(_body, _model))
        {
            _problems.Add(DiagnosticInfo.At(
                name, Diagnostics.UnsupportedSignature, _surface.Name, $"uses '{type.Name}', which is local to its file, where generated code can't reach it; leave out 'file'"));
        }

        if (_problems.Any)
            return null;

        var identifiers = _body.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .Concat(_surface.Parameters.Select(parameter => parameter.Name))
            .Distinct();

        return new TemplateBody(
            isExpression,
            _drawsKeys,
            Differentiates(),
            _callsLayers ? _flow.LayersParameter : null,
            StaticFields.TypesNamedIn(_body, _model).Select(NameOf).Distinct().ToEquatableArray(),
            identifiers.ToEquatableArray(),
            _members.Ranked(),
            _states.Select((state, rank) => state with { Position = rank }).ToEquatableArray(),
            statements.ToEquatableArray());
    }

    private bool Differentiates() => _body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(
        name => name.Identifier.ValueText is "grad" or "backward" && _model.GetSymbolInfo(name).Symbol is IMethodSymbol { ContainingType: { Name: "autograd" or "Tensor", ContainingType.Name: "torch" } });

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
        var name = InferredName(node);
        var pieces = name.Length > 0 ? new PieceList() : into;
        if (!Replace(node, pieces))
        {
            EmitChildren(node, into);
            return;
        }

        _replaced.Add(node.Span);
        if (name.Length > 0)
        {
            into.Add(name);
            into.Append(pieces);
        }
    }

    /// <summary>The name that C# gives to an element of a tuple or an anonymous object for what stands there, which will be something else: <c>inner: </c>.</summary>
    private string InferredName(SyntaxNode node)
    {
        var name = node switch
        {
            SimpleNameSyntax simple => simple.Identifier,
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            _ => default,
        };

        return node.Parent switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } when name.Text is { Length: > 0 } => $"{name.Text} = ",
            ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } argument when
                _model.GetTypeInfo(tuple) is { Type: INamedTypeSymbol { IsTupleType: true } type } known && SymbolEqualityComparer.Default.Equals(type, known.ConvertedType) &&
                type.TupleElements[tuple.Arguments.IndexOf(argument)].Name == name.ValueText => $"{name.Text}: ",
            _ => "",
        };
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

        if (CalleeResolver.IsPrimitive(method))
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

    private bool ReplaceKey(InvocationExpressionSyntax invocation, PieceList into)
    {
        _drawsKeys = true;
        into.Replace(invocation, new KeyPiece());
        return true;
    }

    private bool ReplaceMode(ExpressionSyntax expression, PieceList into)
    {
        var name = expression is MemberAccessExpressionSyntax access ? access.Name : expression as SimpleNameSyntax;
        if (name?.Identifier.ValueText != "CurrentMode" || Surroundings.IsPartOfName(expression) || Surroundings.IsNamedOnly(expression) ||
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
            (CalleeResolver.IsPrimitive(method) || _callees.TemplateOf(method) is not null),
        _ => false,
    } || (node is ExpressionSyntax value && TreeTypes.IsModule(_model.GetTypeInfo(value).Type) && _flow.LayerThatBecomes(value) is not null));

    private static bool IsStatic(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private PieceList EmitAlone(ArgumentSyntax argument)
    {
        var value = new PieceList();
        Emit(argument.Expression, value);
        return value;
    }

    /// <summary>An argument list without its parentheses, with its line breaks.</summary>
    /// <param name="withNames">Whether the arguments' names stay: not where what is called in the end has others.</param>
    private static EquatableArray<Piece> Join(ArgumentListSyntax list, Dictionary<ArgumentSyntax, PieceList> emitted, bool withNames = true)
    {
        var pieces = new PieceList();
        foreach (var child in list.Arguments.GetWithSeparators())
        {
            if (child.AsNode() is ArgumentSyntax argument)
            {
                pieces.Add(argument.GetLeadingTrivia());
                if (withNames && argument.NameColon is { } name)
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
