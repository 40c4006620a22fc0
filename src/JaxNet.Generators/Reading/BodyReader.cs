using System.Text;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Takes a body apart: into the user's text, and the places where Init and Apply differ from it. What it can't follow
/// becomes a problem, never a guess.
/// </summary>
internal sealed class BodyReader
{
    private readonly SyntaxNode _body;
    private readonly TemplateSurface _surface;
    private readonly SemanticModel _model;
    private readonly int _firstLine;
    private readonly CalleeResolver _callees;
    private readonly LayerArguments _layers;
    private readonly Placement _placement;
    private readonly IReadOnlyDictionary<ISymbol, ModuleLocal> _locals;
    private readonly ISymbol? _layersParameter;
    private readonly int _position;

    private readonly List<Member> _members = [];
    private readonly Dictionary<ISymbol, int> _memberOfLocal = new(SymbolEqualityComparer.Default);
    private bool _drawsKeys;
    private bool _callsLayers;

    public BodyReader(
        MethodDeclarationSyntax syntax, SyntaxNode body, TemplateSurface surface, BindingContext context, SemanticModel model, int firstLine)
    {
        _body = body;
        _surface = surface;
        _model = model;
        _firstLine = firstLine;
        _position = syntax.Identifier.SpanStart;
        var symbol = model.GetDeclaredSymbol(syntax)!;
        _layersParameter = symbol.Parameters.FirstOrDefault(parameter => TreeTypes.IsLayers(parameter.Type));
        _callees = new CalleeResolver(context, model, symbol, _position);
        _placement = new Placement(body);
        var locals = new Dictionary<ISymbol, ModuleLocal>(SymbolEqualityComparer.Default);
        _locals = locals;
        _layers = new LayerArguments(model, _callees, locals);
        foreach (var variable in ModuleLocals.FindIn(body, model))
        {
            var layer = _layers.Classify(variable.Initializer!.Value);
            locals.Add(model.GetDeclaredSymbol(variable)!, new(variable, layer with { Local = variable.Identifier.Text }));
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

        if (_callsLayers && _members.Count > 0)
        {
            Problems.Add(DiagnosticInfo.At(
                _body.Parent is MethodDeclarationSyntax method ? method.Identifier : _body,
                Diagnostics.UnsupportedSignature,
                _surface.Name,
                "calls its layers and has other parameters beside them; call the layers through Sequential, or put the others into a template of their own"));
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
            statements.ToEquatableArray());
    }

    /// <summary>The members with their rank in the source for their position in it, which comments and lines above would change.</summary>
    private IEnumerable<Member> RankedMembers()
    {
        var positions = _members.Select(member => member.Position).OrderBy(position => position).ToList();
        return _members.Select(member => member with { Position = positions.BinarySearch(member.Position) });
    }

    private Statement Read(SyntaxNode node)
    {
        var lines = node.GetLocation().GetLineSpan();
        var pieces = new PieceList();
        Emit(node, pieces);
        return new Statement(
            new(
                lines.StartLinePosition.Line - _firstLine,
                lines.StartLinePosition.Character,
                lines.EndLinePosition.Line - _firstLine,
                lines.EndLinePosition.Character),
            pieces.Trimmed());
    }

    private void Emit(SyntaxNode node, PieceList into)
    {
        if (Replace(node, into))
            return;

        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
                Emit(inner, into);
            else
                into.Add(child.AsToken());
        }
    }

    /// <returns>Whether <paramref name="node"/> was put into the pieces as something else than its text.</returns>
    private bool Replace(SyntaxNode node, PieceList into) => node switch
    {
        InvocationExpressionSyntax invocation => ReplaceInvocation(invocation, into),
        BaseObjectCreationExpressionSyntax creation => CheckModule(creation),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentMode" } access => ReplaceMode(access, into),
        IdentifierNameSyntax { Identifier.ValueText: "CurrentMode" } name => ReplaceMode(name, into),
        IdentifierNameSyntax name => ReplaceName(name, into),
        _ => false,
    };

    private bool ReplaceInvocation(InvocationExpressionSyntax invocation, PieceList into)
    {
        var method = _model.GetSymbolInfo(invocation).Symbol as IMethodSymbol;
        if (method is null)
            return false;

        if (method.ContainingType.Name == "Primitives" && TreeTypes.IsJaxNet(method.ContainingType))
        {
            if (method.Name == "RandomKey")
                return ReplaceKey(invocation, into);

            if (method.Name == "Parameter")
                return ReplaceParameter(invocation, method, into);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
            return TreeTypes.IsLayer(method.ContainingType) && ReplaceLayerCall(invocation, into);

        if (_callees.TemplateOf(method) is { } callee)
            return ReplaceCall(invocation, method, callee, into);

        return CheckModule(invocation);
    }

    private bool ReplaceKey(InvocationExpressionSyntax invocation, PieceList into)
    {
        _drawsKeys = true;
        into.Replace(invocation, new KeyPiece());
        return true;
    }

    private bool ReplaceMode(ExpressionSyntax expression, PieceList into)
    {
        if (_model.GetSymbolInfo(expression).Symbol is not IPropertySymbol { ContainingType.Name: "Primitives" } property ||
            !TreeTypes.IsJaxNet(property.ContainingType))
        {
            return false;
        }

        into.Replace(expression, new ModePiece());
        return true;
    }

    private bool ReplaceParameter(InvocationExpressionSyntax invocation, IMethodSymbol method, PieceList into)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var name = Argument("name", 2 - (method.IsGenericMethod ? 1 : 0));
        var baseName = "Parameter";
        if (name is not null)
        {
            if (_model.GetConstantValue(name.Expression) is not { HasValue: true, Value: string constant } || NameCasing.ToMember(constant) is not { } member)
            {
                Problems.Add(DiagnosticInfo.At(name, Diagnostics.NameNotConstant, _surface.Prefix));
                return true;
            }

            baseName = member;
        }

        var emitted = arguments.ToDictionary(argument => argument, EmitAlone);
        var init = Argument("init", method.IsGenericMethod ? 0 : 1)!;
        var shape = method.IsGenericMethod ? null : Argument("shape", 0)!;
        var kept = new PieceList();
        if (shape is not null)
            kept.Add(emitted[shape]);

        if (HasEffect(init))
        {
            if (shape is not null)
                kept.Add(", ");

            kept.Add(emitted[init]);
        }

        var documentation = (shape is null ? "" : $"shape <c>{Escape(shape.Expression)}</c>, ") + $"drawn by <c>{Escape(init.Expression)}</c>";
        var type = method.IsGenericMethod
            ? method.ReturnType.ToMinimalDisplayString(_model, NullableFlowState.None, _position)
            : _surface.Context.Glue["Tensor"];

        var index = AddMember(new ParameterMember(baseName, invocation.SpanStart, type, documentation), invocation);
        into.Replace(invocation, new ParameterPiece(
            index, Join(invocation.ArgumentList, emitted), kept.Trimmed(), method.IsGenericMethod, NeedsParentheses(invocation)));
        return true;

        ArgumentSyntax? Argument(string parameter, int position) =>
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter) ??
            (arguments.Count > position && arguments[position].NameColon is null ? arguments[position] : null);
    }

    private bool ReplaceCall(InvocationExpressionSyntax invocation, IMethodSymbol method, Callee callee, PieceList into)
    {
        CheckConversions(invocation, method);
        var layers = _layers.Of(invocation);
        CheckFollowed(layers, invocation);

        // The name of the compiled function must mean that function here, too.
        var qualifier = invocation.Expression is MemberAccessExpressionSyntax access
            ? access.Expression.WithoutTrivia() + "."
            : callee.Path.Length > 0 && _model.LookupSymbols(_position, name: callee.Prefix + "Apply").Any() ? callee.Path : "";

        var index = AddMember(new CallMember(NameCasing.ToMember(callee.Name) ?? callee.Name, invocation.SpanStart, callee, layers), invocation);
        var emitted = invocation.ArgumentList.Arguments.ToDictionary(argument => argument, EmitAlone);
        into.Replace(invocation, new CallPiece(index, qualifier, Join(invocation.ArgumentList, emitted)));
        return true;
    }

    /// <summary>A call of a delegate of type <c>Layer</c>: of a module in a local, of one of the template's layers, or of a function.</summary>
    private bool ReplaceLayerCall(InvocationExpressionSyntax invocation, PieceList into)
    {
        var called = LayerArguments.Unwrap(invocation.Expression);
        var symbol = _model.GetSymbolInfo(called).Symbol;
        if (symbol is not null && _locals.TryGetValue(symbol, out var local))
        {
            if (local.Layer.Kind == LayerArgumentKind.Function)
                return false;

            if (local.Layer is { Kind: LayerArgumentKind.Module, Callee: { } callee })
            {
                var index = MemberOf(symbol, local, callee);
                CheckPlace(index, invocation);

                // One call that surely runs is enough for the member to be there.
                if (_placement.OccurrenceOf(invocation) == Occurrence.Once)
                    _members[index] = _members[index] with { Occurrence = Occurrence.Once };

                var emitted = invocation.ArgumentList.Arguments.ToDictionary(argument => argument, EmitAlone);
                into.Replace(invocation, new ModuleCallPiece(index, called.ToString(), Join(invocation.ArgumentList, emitted)));
                return true;
            }
        }

        if (IsOneOfLayers(called, symbol))
        {
            _callsLayers = true;
            Emit(invocation.Expression, into);
            into.Add(".Call");
            Emit(invocation.ArgumentList, into);
            return true;
        }

        Problems.Add(DiagnosticInfo.At(called, Diagnostics.ModuleNotCalled, called.ToString(), "may be any layer, also one with parameters"));
        return true;
    }

    private bool ReplaceName(IdentifierNameSyntax name, PieceList into)
    {
        // 'Layer d = Dense(10)': the local becomes the module itself, the variable of a loop over layers the bound layer.
        if (name.Identifier.ValueText == "Layer" && name.Parent is VariableDeclarationSyntax or ForEachStatementSyntax && BecomesVar(name.Parent))
        {
            into.Replace(name, new TextPiece("var"));
            return true;
        }

        if (_layersParameter is null || name.Identifier.ValueText != _layersParameter.Name ||
            !SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, _layersParameter))
        {
            return false;
        }

        if (name.Parent is ForEachStatementSyntax loop && loop.Expression == name)
        {
            _callsLayers = true;
            into.Replace(name, new LayersPiece(_layersParameter.Name));
            return true;
        }

        if (name.Parent is ElementAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } element && invocation.Expression == element)
        {
            into.Replace(name, new LayersPiece(_layersParameter.Name));
            return true;
        }

        return false;
    }

    private bool BecomesVar(SyntaxNode declaration) => declaration switch
    {
        VariableDeclarationSyntax { Variables.Count: 1 } variables =>
            _model.GetDeclaredSymbol(variables.Variables[0]) is { } local && _locals.TryGetValue(local, out var module) && module.Layer.Kind == LayerArgumentKind.Module,
        ForEachStatementSyntax loop => IsLayersParameter(loop.Expression),
        _ => false,
    };

    private bool IsOneOfLayers(ExpressionSyntax called, ISymbol? symbol) => called switch
    {
        ElementAccessExpressionSyntax element => IsLayersParameter(element.Expression),
        IdentifierNameSyntax => symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local &&
            local.DeclaringSyntaxReferences[0].GetSyntax() is ForEachStatementSyntax loop && IsLayersParameter(loop.Expression),
        _ => false,
    };

    private bool IsLayersParameter(ExpressionSyntax expression) =>
        _layersParameter is not null && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(expression).Symbol, _layersParameter);

    /// <summary>The member of a module that a local holds; it is shared by all calls, also by those in loops.</summary>
    private int MemberOf(ISymbol symbol, ModuleLocal local, Callee callee)
    {
        if (_memberOfLocal.TryGetValue(symbol, out var known))
            return known;

        var declaration = local.Declaration;
        _members.Add(new ModuleMember(callee.Name, declaration.SpanStart, callee, local.Layer.Layers) { Occurrence = Occurrence.Optional });
        var index = _members.Count - 1;
        CheckPlace(index, declaration);
        if (_placement.OccurrenceOf(declaration) == Occurrence.Repeated)
        {
            Misplaced.Add(new(index, DiagnosticInfo.At(
                declaration, Diagnostics.CannotPlace, OneLine(declaration), "in a loop", "declare it before the loop to share it, or call the template in place for one in each round")));
        }

        _memberOfLocal.Add(symbol, index);
        return index;
    }

    private int AddMember(Member member, SyntaxNode node)
    {
        var occurrence = _placement.OccurrenceOf(node);

        // A template that is one module has one set of parameters, however often a loop calls it.
        var isShared = member is CallMember { Callee.IsSingleton: true };
        _members.Add(member with { Occurrence = isShared && occurrence == Occurrence.Repeated ? Occurrence.Optional : occurrence });
        CheckPlace(_members.Count - 1, node);
        return _members.Count - 1;
    }

    private void CheckPlace(int member, SyntaxNode node)
    {
        if (_placement.ObstacleTo(node) is { } obstacle)
            Misplaced.Add(new(member, DiagnosticInfo.At(node, Diagnostics.CannotPlace, OneLine(node), obstacle.Where, obstacle.Advice)));
    }

    /// <summary>A module that becomes a delegate where nobody looks for modules would be called as a plain function.</summary>
    /// <returns>False: the text stays.</returns>
    private bool CheckModule(ExpressionSyntax expression)
    {
        if (_model.GetTypeInfo(expression) is not { ConvertedType: { } converted } type || !TreeTypes.IsLayer(converted) || !TreeTypes.IsModule(type.Type))
            return false;

        CheckFollowed(_layers.Of(expression), expression);
        SyntaxNode outermost = expression;
        while (outermost.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            outermost = outermost.Parent;

        var isFollowed = outermost.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => _model.GetDeclaredSymbol(variable) is { } local && _locals.ContainsKey(local),
            ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => TakesLayers(call),
            ExpressionElementSyntax or InitializerExpressionSyntax => true,
            _ => false,
        };

        if (!isFollowed)
            Problems.Add(DiagnosticInfo.At(expression, Diagnostics.ModuleNotCalled, OneLine(expression), "becomes a layer where JaxNet cannot follow it"));

        return false;
    }

    private bool TakesLayers(ExpressionSyntax call) =>
        (_model.GetSymbolInfo(call).Symbol is IMethodSymbol method && _callees.TemplateOf(method) is not null) ||
        TreeTypes.IsModule(_model.GetTypeInfo(call).Type);

    /// <summary>A template given by its name would run its body, not what was compiled from it.</summary>
    private void CheckFollowed(EquatableArray<LayerArgument> layers, SyntaxNode call)
    {
        if (layers.Count == 0)
            return;

        var arguments = call is InvocationExpressionSyntax invocation ? invocation.ArgumentList : ((BaseObjectCreationExpressionSyntax)call).ArgumentList!;
        foreach (var argument in arguments.Arguments)
        {
            if (argument.Expression is NameSyntax or MemberAccessExpressionSyntax &&
                _callees.TemplateOf(_model.GetSymbolInfo(argument.Expression).Symbol as IMethodSymbol) is not null)
            {
                Problems.Add(DiagnosticInfo.At(
                    argument, Diagnostics.ModuleNotCalled, $"{argument.Expression}()", $"is meant by '{argument.Expression}', which names the template instead"));
            }
        }
    }

    /// <summary>TorchSharp turns numbers and arrays into tensors by itself, so that a hyperparameter may end up as an input.</summary>
    private void CheckConversions(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var arguments = invocation.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = arguments[i].NameColon is { } name
                ? method.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText)
                : method.Parameters.ElementAtOrDefault(i);

            if (parameter is not null && TreeTypes.IsTensor(parameter.Type) &&
                _model.GetTypeInfo(arguments[i].Expression).Type is { } type && !TreeTypes.IsTensor(type))
            {
                Problems.Add(DiagnosticInfo.At(
                    arguments[i], Diagnostics.ConvertsToTensor, OneLine(arguments[i].Expression), parameter.Name, method.Name));
            }
        }
    }

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

    private static bool HasEffect(ArgumentSyntax argument) => argument.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).Any(node => node
        is AssignmentExpressionSyntax
        or DeclarationExpressionSyntax
        or SingleVariableDesignationSyntax
        or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    private static bool NeedsParentheses(ExpressionSyntax expression) => expression.Parent
        is not (EqualsValueClauseSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax);

    private static string OneLine(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    private static string Escape(SyntaxNode node) => OneLine(node).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

}
