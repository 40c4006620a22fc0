using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Writing;

/// <summary>Writes one of the two functions that a body is compiled into.</summary>
internal sealed class FunctionWriter
{
    private readonly SourceWriter _writer;
    private readonly TemplateSurface _surface;
    private readonly TemplateBody? _body;
    private readonly Summary _summary;
    private readonly SummaryTable _summaries;
    private readonly IReadOnlyList<ResolvedMember?> _members;
    private readonly ResolvedStates _states;
    private readonly Anchor _anchor;
    private readonly Phase _phase;
    private readonly GlueNames _glue;
    private readonly string _storage;
    private readonly string _scope;
    private readonly IReadOnlyList<string> _taken;

    public FunctionWriter(
        SourceWriter writer,
        TemplateSurface surface,
        TemplateBody? body,
        Summary summary,
        SummaryTable summaries,
        IReadOnlyList<ResolvedMember?> members,
        ResolvedStates states,
        Anchor anchor,
        Phase phase)
    {
        (_writer, _surface, _body, _summary, _summaries) = (writer, surface, body, summary, summaries);
        (_members, _states, _anchor, _phase, _glue) = (members, states, anchor, phase, surface.Context.Glue);
        _taken = [.. Fresh.TakenBy(surface), .. body?.Identifiers ?? []];
        _storage = Fresh.Name(phase == Phase.Init ? "builder" : "parameters", _taken);
        _scope = Fresh.Name("scope", _taken);
    }

    public void Write()
    {
        var storage = !_summary.HasParameters ? "" : _phase == Phase.Init
            ? $"{_surface.BuilderType} {_storage}, "
            : $"{_surface.ParamsType} {_storage}, ";
        var scope = $"{_glue[_phase == Phase.Init ? "InitScope" : "ApplyScope"]} {_scope}";
        var separator = _surface.Parameters.Count > 0 ? ", " : "";

        _writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        var header =
            $"{_surface.TypeAccessibility} static {(_surface.IsUnsafe ? "unsafe " : "")}{_surface.ReturnType} {_surface.Prefix}{_phase}{(_summary.HasParameters ? _surface.TypeParameters : _surface.OwnTypeParameterList)}" +
            $"({storage}{scope}{separator}{Signatures.ParameterList(_surface.Parameters)}){(_summary.HasParameters ? _surface.Constraints : _surface.OwnConstraints)}";

        if (_body is null)
        {
            _writer.Line($"{header} =>");
            _writer.Indent();
            _writer.Line($"throw new global::System.NotSupportedException(\"{_surface.QualifiedName} could not be compiled.\");");
            _writer.Unindent();
        }
        else if (_body.IsExpression && !RecordsAll)
        {
            _writer.Line($"{header} =>");
            _writer.Indent();
            Write(_body.Statements[0], ";");
            _writer.Unindent();
            _writer.Directive("#line hidden");
        }
        else
        {
            _writer.Open(header);
            if (_phase == Phase.Apply)
                DeclareCounters();

            if (RecordsAll)
                _writer.Line($"using var {Fresh.Name("recorded", _taken)} = {_scope}.RecordAll();");

            WriteStatements(_body);

            _writer.Directive("#line hidden");
            _writer.Close();
        }
    }

    /// <summary>Whether autograd must see all that the body calls, as the body asks it for gradients: functions with gradients of their own are no part of its record.</summary>
    private bool RecordsAll => _body is { Differentiates: true };

    private void WriteStatements(TemplateBody body)
    {
        foreach (var statement in body.Statements)
        {
            if (body.IsExpression)
                Write(statement with { Start = statement.Start with { IsChanged = true } }, ";", start: "return ");
            else
                Write(statement, "");
        }
    }

    private void Write(Statement statement, string end, string start = "")
    {
        var text = new MappedText(_anchor, statement.Start, _writer.Indentation);
        text.Add(start);
        Render(statement.Pieces, text);
        text.Add(end);
        _writer.Directive(text.ToString());
    }

    private void Render(EquatableArray<Piece> pieces, MappedText into)
    {
        foreach (var piece in pieces)
            Render(piece, into);
    }

    private void Render(Piece piece, MappedText into)
    {
        switch (piece)
        {
            case TextPiece text:
                into.Add(text.Text);
                break;
            case MarkPiece mark:
                into.Mark(mark);
                break;
            case KeyPiece:
                into.Add($"{_scope}.NextKey(\"{_surface.QualifiedName}\")");
                break;
            case ModePiece:
                into.Add($"{_scope}.Mode");
                break;
            case LayersPiece layers:
                into.Add($"{_storage}.Bind({_scope}, {layers.Name}){(layers.AsValue ? ".ToLayers()" : "")}");
                break;
            case NamedLayersPiece layers:
                into.Add($"{Storage(layers.Member)}.Bind({_scope}, {layers.Name}{(layers.IsInTree ? $", \"{layers.Name}\"" : "")})");
                break;
            case ParameterPiece parameter when _phase == Phase.Init:
                InitParameter(parameter, into);
                break;
            case ParameterPiece parameter:
                ApplyParameter(parameter, into);
                break;
            case StatePiece state:
                State(state, into);
                break;
            case ScanPiece scan:
                Scan(scan, into);
                break;
            case BindPiece bind:
                Bind(bind, into);
                break;
            case CallPiece call:
                Call(call, into);
                break;
            case ModuleCallPiece call:
                ModuleCall(call, into);
                break;
            default:
                throw new NotSupportedException(piece.ToString());
        }
    }

    private void InitParameter(ParameterPiece piece, MappedText into)
    {
        var isList = OccurrenceOf(piece.Member) == Occurrence.Repeated;
        var needsParentheses = piece.NeedsParentheses && !isList;
        into.Add(needsParentheses ? "(" : "");
        into.Add(Storage(piece.Member) + (!isList ? " = " : _members[piece.Member]!.Key is { } key ? $".Add({key}, " : ".Add("));
        into.Add($"{_scope}.Parameter{piece.TypeArguments}(\"{_surface.QualifiedName}\"");
        Arguments(piece.Arguments, into);
        into.Add(isList || needsParentheses ? "))" : ")");
    }

    private void ApplyParameter(ParameterPiece piece, MappedText into)
    {
        if (piece.IsTree && piece.Checked.Count == 0)
        {
            into.Add(Member(piece.Member));
            return;
        }

        into.Add(piece.IsTree ? $"{_scope}.Keep({Member(piece.Member)}" : $"{_scope}.Check({_storage}, {Member(piece.Member)}");
        Arguments(piece.Checked, into);
        into.Add(")");
    }

    private void Call(CallPiece piece, MappedText into)
    {
        var member = (SubmoduleMember)_body!.Members[piece.Member];
        var callee = member.Callee;
        var types = ResolvedMember.TypeArguments(callee, member.Given, _glue);
        var explicitTypes = !piece.HasTypeArguments ? "" : _summaries.Of(callee).HasParameters ? _members[piece.Member]?.OwnTypeArguments ?? types : callee.TypeArgumentList;
        var name = Named(_phase.ToString());
        var needsParentheses = piece.IsInText && name.Contains("::");
        into.Add($"{(needsParentheses ? "(" : "")}{name}{explicitTypes}(");
        if (_members[piece.Member] is not null)
            into.Add($"{Member(piece.Member)}, ");
        else if (_summaries.Of(callee) is { IsLayerList: true } or { HasOnlyLayers: true })
            into.Add(_phase == Phase.Init ? $"new {Named("Builder")}{types}(), " : $"{Named("Params")}{types}.Empty, ");

        into.Add(ScopeOf(piece.Member, callee.IsSingleton ? $"{Named("Module")}{callee.TypeArgumentList}.Instance" : null));
        Arguments(piece.Arguments, into);
        into.Add(needsParentheses ? "))" : ")");

        // A variable of the body may have that name.
        string Named(string suffix) => (piece.Qualifier.Length == 0 && _body.Identifiers.Contains(callee.Prefix + suffix) ? callee.FullPath : piece.Qualifier) + callee.Prefix + suffix;
    }

    private void State(StatePiece piece, MappedText into)
    {
        into.Add($"{_scope}.State{piece.TypeArguments}(\"{_surface.QualifiedName}\", \"{_states.Values[piece.State].Path}\"");
        Arguments(piece.Initial, into);
        into.Add(")");
    }

    private void ModuleCall(ModuleCallPiece piece, MappedText into)
    {
        var member = _members[piece.Member];
        if (member is null)
            into.Add($"{ScopeOf(piece.Member, piece.Variable)}.Call({piece.Variable}");
        else if (member.Member is LayerMember)
            into.Add($"{_scope}.CallLayer({piece.Variable}, {Storage(piece.Member)}");
        else if (_phase == Phase.Init || piece.InputCount > 1)
            into.Add($"{ScopeOf(piece.Member)}.Call({piece.Variable}, {Member(piece.Member)}");
        else
            into.Add($"{piece.Variable}.Run({Member(piece.Member)}, {ScopeOf(piece.Member)}");

        Arguments(piece.Arguments, into);
        into.Add(piece.IsInTree && member?.Member is LayerMember ? $", \"{piece.Variable}\")" : ")");
    }

    private void Scan(ScanPiece piece, MappedText into)
    {
        into.Add($"{(piece.Member is { } cell ? ScopeOf(cell) : _scope)}.Scan(");
        if (piece.Member is { } index && _members[index] is { } member)
            into.Add($"{(member.Member is LayerMember ? Storage(index) : Member(index))}, ");

        Render(piece.Arguments, into);
        into.Add(")");
    }

    private void Bind(BindPiece piece, MappedText into)
    {
        var name = piece.Module.Count == 1 && piece.Module[0] is TextPiece { Text: var text } && SyntaxFacts.IsValidIdentifier(text.TrimStart('@')) ? text : null;
        into.Add($"{(_body!.Members[piece.Member] is LayerMember ? _scope : ScopeOf(piece.Member, name))}.{piece.Method}(");
        Render(piece.Module, into);
        if (_members[piece.Member] is { } member)
        {
            var isGiven = _phase == Phase.Init || member.Member is LayerMember;
            into.Add(isGiven && OccurrenceOf(piece.Member) != Occurrence.Repeated ? $", {Storage(piece.Member)}"
                : isGiven ? $", {Member(piece.Member)}"
                : member.Key is { } key ? $", {_storage}, {Storage(piece.Member)}.Find({key}), \"{member.Path}.\" + {key}"
                : OccurrenceOf(piece.Member) == Occurrence.Repeated ? $", {_storage}, {Member(piece.Member)}, \"{member.Path}\""
                : $", {_storage}, {Storage(piece.Member)}, \"{member.Path}\"");
        }

        into.Add(piece.IsInTree && name is not null && _body.Members[piece.Member] is LayerMember ? $", \"{name}\")" : ")");
    }

    /// <summary>The scope that a submodule gets: one for its own running state, if it may keep any.</summary>
    /// <param name="module">The module, if it is an object that others may call too; one with parameters is known by them.</param>
    private string ScopeOf(int index, string? module = null) => _states.PathOf(index) is not { } path ? _scope
        : _body!.Members[index].Key is { } key ? $"{_scope}.In(\"{path}\").In({key})"
        : _body.Members[index].Occurrence == Occurrence.Repeated ? $"{_scope}.InRound(\"{path}\")"
        : module is not null && _members[index] is null ? $"{_scope}.In(\"{path}\", {module})"
        : $"{_scope}.In(\"{path}\")";

    /// <summary>Where a member is kept: a field of the builder, or a member of the Params.</summary>
    private string Storage(int index) => $"{_storage}.{_members[index]!.Name}";

    private Occurrence OccurrenceOf(int index) => _members[index]!.Member.Occurrence;

    /// <summary>A member as it is handed to what is called: one that may be absent is checked, one of many is the next of them.</summary>
    private string Member(int index)
    {
        var member = _members[index]!;
        return (_phase, member.Member.Occurrence) switch
        {
            (Phase.Init, Occurrence.Repeated) when member.Key is not null => $"{_glue["BuilderDictionaryExtensions"]}.Next({Storage(index)}, {member.Key})",
            (Phase.Init, Occurrence.Repeated) => $"{_glue["BuilderListExtensions"]}.Next({Storage(index)})",
            (Phase.Init, Occurrence.Optional) when !member.IsSlot => $"{Storage(index)} ??= new()",
            (Phase.Apply, Occurrence.Repeated) when member.Key is not null => $"{_scope}.Next({_storage}, {Storage(index)}, {member.Key}, \"{member.Path}\")",
            (Phase.Apply, Occurrence.Repeated) => $"{_scope}.Next({_storage}, {Storage(index)}, {CounterOf(member)}++, \"{member.Path}\")",
            (Phase.Apply, Occurrence.Optional) => $"{_scope}.Present({_storage}, {Storage(index)}, \"{member.Path}\")",
            _ => Storage(index),
        };
    }

    private void DeclareCounters()
    {
        foreach (var member in _members)
        {
            if (member is { Member.Occurrence: Occurrence.Repeated, Key: null })
                _writer.Line($"var {CounterOf(member)} = 0;");
        }
    }

    private string CounterOf(ResolvedMember member) => Fresh.Name(member.Counter, _taken);

    private void Arguments(EquatableArray<Piece> pieces, MappedText into)
    {
        if (pieces.Count == 0)
            return;

        into.Add(", ");
        Render(pieces, into);
    }
}
