using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Reads the templates of one file.</summary>
internal static class TemplateReader
{
    public static FileReading Read(FileToRead file, CancellationToken cancellation)
    {
        var context = file.TakeContext();
        var model = context.Compilation.GetSemanticModel(file.Tree);
        var templates = new List<TemplateReading>();
        var problems = new List<DiagnosticInfo>();
        foreach (var result in context.DeclarationsIn(file.Tree))
        {
            cancellation.ThrowIfCancellationRequested();
            if (result.Surface is { } surface)
                templates.Add(Read(result.Syntax, surface, context, model, cancellation));
            else if (result.Problem is { } problem)
                problems.Add(problem);
        }

        return new FileReading(templates.ToEquatableArray(), problems.ToEquatableArray());
    }

    private static TemplateReading Read(
        MethodDeclarationSyntax syntax, TemplateSurface surface, BindingContext context, SemanticModel model, CancellationToken cancellation)
    {
        var line = syntax.GetLocation().GetLineSpan().StartLinePosition.Line;
        var anchor = new Anchor(syntax.SyntaxTree.FilePath, line);
        var name = DiagnosticInfo.At(syntax.Identifier, Diagnostics.Recursion);
        var body = (SyntaxNode?)syntax.Body ?? syntax.ExpressionBody!.Expression;

        // What doesn't compile where the user wrote it must not be reported once more from its copies.
        if (HasErrors(body, model, context, cancellation))
            return new(new(surface, Body: null), anchor, name, default, default);

        var reader = new BodyReader(syntax, body, surface, context, model, line);
        return new(new(surface, reader.Read()), anchor, name, reader.Misplaced.ToEquatableArray(), reader.Problems.ToEquatableArray());
    }

    private static bool HasErrors(SyntaxNode body, SemanticModel model, BindingContext context, CancellationToken cancellation) =>
        model.GetDiagnostics(body.Span, cancellation).Any(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && !IsAboutSkeleton(diagnostic, model, context));

    /// <summary>Members of generated types aren't there yet; the compiler will judge them once they are.</summary>
    private static bool IsAboutSkeleton(Diagnostic diagnostic, SemanticModel model, BindingContext context)
    {
        if (diagnostic.Id is not ("CS1061" or "CS0117"))
            return false;

        var member = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return member.Parent is MemberAccessExpressionSyntax access &&
            model.GetTypeInfo(access.Expression).Type is { DeclaringSyntaxReferences: { Length: 1 } references } &&
            context.IsSkeleton(references[0].SyntaxTree);
    }
}
