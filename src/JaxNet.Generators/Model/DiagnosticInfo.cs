using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Model;

/// <summary>A diagnostic as a value, without the syntax tree that it is about.</summary>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, string File, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo At(SyntaxNodeOrToken node, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        var location = node.GetLocation()!;
        return new(descriptor, location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span, arguments.ToEquatableArray());
    }

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location.Create(File, Span, Lines), Arguments.ToArray<object?>());
}
