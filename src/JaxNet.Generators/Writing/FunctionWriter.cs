using System.Text;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

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
    private readonly Anchor _anchor;
    private readonly Phase _phase;
    private readonly GlueNames _glue;
    private readonly string _storage;
    private readonly string _scope;

    public FunctionWriter(
        SourceWriter writer,
        TemplateSurface surface,
        TemplateBody? body,
        Summary summary,
        SummaryTable summaries,
        IReadOnlyList<ResolvedMember?> members,
        Anchor anchor,
        Phase phase)
    {
        (_writer, _surface, _body, _summary, _summaries) = (writer, surface, body, summary, summaries);
        (_members, _anchor, _phase, _glue) = (members, anchor, phase, surface.Context.Glue);
        var taken = body?.Identifiers.ToList() ?? surface.Parameters.Select(parameter => parameter.Name).ToList();
        _storage = Fresh.Name(phase == Phase.Init ? "builder" : "parameters", taken);
        _scope = Fresh.Name("scope", taken);
    }

    public void Write()
    {
        var storage = !_summary.HasParameters ? "" : _phase == Phase.Init
            ? $"{_surface.Prefix}Builder {_storage}, "
            : $"{_surface.Prefix}Params {_storage}, ";
        var scope = $"{_glue[_phase == Phase.Init ? "InitScope" : "ApplyScope"]} {_scope}";
        var separator = _surface.Parameters.Count > 0 ? ", " : "";

        _writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        var header =
            $"{_surface.TypeAccessibility} static {_surface.ReturnType} {_surface.Prefix}{_phase}" +
            $"({storage}{scope}{separator}{Signatures.ParameterList(_surface.Parameters)})";

        if (_body is null)
        {
            _writer.Line($"{header} =>");
            _writer.Indent();
            _writer.Line($"throw new global::System.NotSupportedException(\"{_surface.QualifiedName} could not be compiled.\");");
            _writer.Unindent();
        }
        else if (_body.IsExpression)
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

            foreach (var statement in _body.Statements)
                Write(statement, "");

            _writer.Directive("#line hidden");
            _writer.Close();
        }
    }

    private void Write(Statement statement, string end)
    {
        var span = statement.Span;
        var (start, stop) = (_anchor.Line + span.StartLine + 1, _anchor.Line + span.EndLine + 1);
        _writer.Directive(
            $"#line ({start}, {span.StartColumn + 1}) - ({stop}, {span.EndColumn + 1}) {_writer.Indentation} \"{_anchor.File}\"");
        _writer.Line(Render(statement.Pieces) + end);
    }

    private string Render(EquatableArray<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
            text.Append(Render(piece));

        return text.ToString();
    }

    private string Render(Piece piece) => piece switch
    {
        TextPiece text => text.Text,
        KeyPiece => $"{_scope}.NextKey(\"{_surface.QualifiedName}\")",
        ModePiece => $"{_scope}.Mode",
        LayersPiece layers => $"{_storage}.Bind({_scope}, {layers.Name})",
        ParameterPiece parameter => _phase == Phase.Init ? InitParameter(parameter) : ApplyParameter(parameter),
        CallPiece call => Call(call),
        ModuleCallPiece call => ModuleCall(call),
        _ => throw new NotSupportedException(piece.ToString()),
    };

    private string InitParameter(ParameterPiece piece)
    {
        var value = $"{_scope}.Parameter(\"{_surface.QualifiedName}\", {Render(piece.Arguments)})";
        if (OccurrenceOf(piece.Member) == Occurrence.Repeated)
            return $"{Storage(piece.Member)}.Add({value})";

        var assignment = $"{Storage(piece.Member)} = {value}";
        return piece.NeedsParentheses ? $"({assignment})" : assignment;
    }

    private string ApplyParameter(ParameterPiece piece)
    {
        if (!piece.IsTree)
            return $"{_scope}.Check({_storage}, {Member(piece.Member)}, {Render(piece.Checked)})";

        return piece.Checked.Count == 0 ? Member(piece.Member) : $"{_scope}.Keep({Member(piece.Member)}, {Render(piece.Checked)})";
    }

    private string Call(CallPiece piece)
    {
        var callee = ((CallMember)_body!.Members[piece.Member]).Callee;
        var given = _members[piece.Member] is not null ? $"{Member(piece.Member)}, " : !_summaries.Of(callee).IsLayerList ? "" : _phase == Phase.Init
            ? $"new {callee.Path}{callee.Prefix}Builder(), "
            : $"{callee.Path}{callee.Prefix}Params.Empty, ";

        return $"{piece.Qualifier}{callee.Prefix}{_phase}({given}{_scope}{Arguments(piece.Arguments)})";
    }

    private string ModuleCall(ModuleCallPiece piece)
    {
        if (_members[piece.Member] is null)
            return $"{_scope}.Call({piece.Local}{Arguments(piece.Arguments)})";

        return _phase == Phase.Init
            ? $"{_scope}.Call({piece.Local}, {Member(piece.Member)}{Arguments(piece.Arguments)})"
            : $"{piece.Local}.Run({Member(piece.Member)}, {_scope}{Arguments(piece.Arguments)})";
    }

    /// <summary>Where a member is kept: a field of the builder, or a member of the Params.</summary>
    private string Storage(int index) => $"{_storage}.{_members[index]!.Name}";

    private Occurrence OccurrenceOf(int index) => _members[index]!.Member.Occurrence;

    /// <summary>A member as it is handed to what is called: one that may be absent is checked, one of many is the next of them.</summary>
    private string Member(int index)
    {
        var member = _members[index]!;
        var isSlot = member.Member is ModuleMember || member.Callee is { IsSingleton: true };
        return (_phase, member.Member.Occurrence) switch
        {
            (Phase.Init, Occurrence.Repeated) => $"{Storage(index)}.Next()",
            (Phase.Init, Occurrence.Optional) when !isSlot => $"{Storage(index)} ??= new()",
            (Phase.Apply, Occurrence.Repeated) => $"{_scope}.Next({_storage}, {Storage(index)}, {CounterOf(member)}++, \"{member.Path}\")",
            (Phase.Apply, Occurrence.Optional) => $"{_scope}.Present({_storage}, {Storage(index)}, \"{member.Path}\")",
            _ => Storage(index),
        };
    }

    private void DeclareCounters()
    {
        foreach (var member in _members)
        {
            if (member?.Member.Occurrence == Occurrence.Repeated)
                _writer.Line($"var {CounterOf(member)} = 0;");
        }
    }

    private string CounterOf(ResolvedMember member) => Fresh.Name(member.Counter, _body!.Identifiers);

    private string Arguments(EquatableArray<Piece> pieces) => pieces.Count == 0 ? "" : $", {Render(pieces)}";
}
