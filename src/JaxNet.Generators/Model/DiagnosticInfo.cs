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

    /// <summary>The diagnostic in its file's own tree: only there the compiler asks #pragma and .editorconfig, and an editor finds what to fix.</summary>
    public Diagnostic ToDiagnostic(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == File && tree.Length >= Span.End);
        var location = tree is null ? Location.Create(File, Span, Lines) : Location.Create(tree, Span);
        return Diagnostic.Create(Descriptor, location, Arguments.ToArray<object?>());
    }
}
