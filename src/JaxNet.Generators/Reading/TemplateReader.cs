using System.Globalization;
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
            if (result.Surface is { } surface && Read(result.Syntax, surface, context, model, cancellation) is { } template)
                templates.Add(template);
            else if (result.Problem is { } problem)
                problems.Add(problem);
        }

        return new FileReading(templates.ToEquatableArray(), problems.ToEquatableArray());
    }

    /// <returns>Null if the declaration doesn't compile: then nothing can be generated that would.</returns>
    private static TemplateReading? Read(
        MethodDeclarationSyntax syntax, TemplateSurface surface, BindingContext context, SemanticModel model, CancellationToken cancellation)
    {
        var line = syntax.GetLocation().GetLineSpan().StartLinePosition.Line;
        var anchor = new Anchor(syntax.SyntaxTree.FilePath, line);
        var name = DiagnosticInfo.At(syntax.Identifier, Diagnostics.Recursion);
        var body = (SyntaxNode?)syntax.Body ?? syntax.ExpressionBody!.Expression;

        // What doesn't compile where the user wrote it must not be reported once more from its copies.
        var errors = ErrorsIn(syntax, model, context, cancellation);
        if (errors.Any(error => !IsAboutBody(error, body)))
            return null;

        if (errors.Count > 0)
            return new(new(surface, Body: null), anchor, name, default, default);

        var reader = new BodyReader(syntax, body, surface, context, model, line);
        return new(new(surface, reader.Read()), anchor, name, reader.Misplaced.ToEquatableArray(), reader.Problems.ToEquatableArray());
    }

    private static IReadOnlyList<Diagnostic> ErrorsIn(
        MethodDeclarationSyntax template, SemanticModel model, BindingContext context, CancellationToken cancellation) =>
        [.. model.GetDiagnostics(template.Span, cancellation).Where(diagnostic =>
            diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false } && !IsAboutSkeleton(diagnostic, context))];

    /// <summary>The compiler reports some mistakes of a body at the method's name: a path without a return, or a yield.</summary>
    private static bool IsAboutBody(Diagnostic error, SyntaxNode body) =>
        body.FullSpan.Contains(error.Location.SourceSpan) || error.Id is "CS0161" or "CS1624" or "CS1637" or "CS1629";

    /// <summary>Members of generated types aren't there yet; the compiler will judge them once they are.</summary>
    private static bool IsAboutSkeleton(Diagnostic error, BindingContext context)
    {
        if (error.Id is not ("CS1061" or "CS0117" or "CS0426"))
            return false;

        // The type is what the message names first, with whatever it is nested in.
        var type = error.GetMessage(CultureInfo.InvariantCulture).Split('\'').ElementAtOrDefault(1) ?? "";
        while (type.IndexOf('>') is var end && end >= 0 && type.LastIndexOf('<', end) is var start && start >= 0)
            type = type.Remove(start, end - start + 1);

        return context.IsGenerated(type.Substring(type.LastIndexOf('.') + 1).TrimEnd('?'));
    }
}
