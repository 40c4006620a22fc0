using System.Globalization;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Reads the templates of one file.</summary>
internal static class TemplateReader
{
    public static FileReading Read(FileToRead file, CancellationToken cancellation)
    {
        var context = file.TakeContext();
        var known = KnownReadings.Of(context.Compilation);
        var directives = DirectivesOf(file.Tree, cancellation);
        var model = context.Compilation.GetSemanticModel(file.Tree);
        var paths = new TypePaths(model);
        var templates = new List<TemplateReading>();
        var problems = new List<DiagnosticInfo>();
        foreach (var result in context.DeclarationsIn(file.Tree))
        {
            cancellation.ThrowIfCancellationRequested();
            if (result.Problem is { } problem)
                problems.Add(problem);

            if (result.Surface is not { } surface)
                continue;

            var now = KnownReadings.Circumstances.Of(result.Syntax, file.AllHash, directives);
            if (known.Find(now, surface) is { } same)
            {
                templates.Add(same with { Anchor = AnchorOf(result.Syntax), Name = NameOf(result.Syntax) });
            }
            else if (Read(result.Syntax, surface, known.IsDeclared(now, surface), context, model, paths, cancellation) is { } template)
            {
                known.Keep(now, template);
                templates.Add(template);
            }
        }

        return new FileReading(templates.ToEquatableArray(), problems.ToEquatableArray());
    }

    /// <returns>Null if the declaration doesn't compile: then nothing can be generated that would.</returns>
    private static TemplateReading? Read(
        MethodDeclarationSyntax syntax, TemplateSurface surface, bool isDeclared, BindingContext context, SemanticModel model, TypePaths paths, CancellationToken cancellation)
    {
        var (anchor, name) = (AnchorOf(syntax), NameOf(syntax));
        var body = (SyntaxNode?)syntax.Body ?? syntax.ExpressionBody!.Expression;

        // What doesn't compile where the user wrote it must not be reported once more from its copies.
        IReadOnlyList<Diagnostic> errors;
        try
        {
            errors = ErrorsIn(syntax, body, isDeclared, model, context, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The compiler has mistakes of its own. One template's must not take all others' code away from the editor.
            var problems = new BodyProblems(syntax, surface.Name);
            problems.Add(problems.AboutTemplate($"has a body on which the C# compiler itself fails ('{error.Message}'); write it differently, in smaller statements"));
            return new(new(surface, Body: null), anchor, name, problems.Misplaced, problems.All);
        }

        if (errors.Any(error => !IsAboutBody(error, body)))
            return null;

        if (errors.Count > 0)
            return new(new(surface, Body: null) { Error = $"{errors[0].Id}: {errors[0].GetMessage(CultureInfo.InvariantCulture)}" }, anchor, name, default, default);

        var reader = new BodyReader(syntax, body, surface, context, model, paths, anchor.Line);
        return new(new(surface, reader.Read()), anchor, name, reader.Misplaced, reader.Problems);
    }

    private static Anchor AnchorOf(MethodDeclarationSyntax template) =>
        new(template.SyntaxTree.FilePath, template.GetLocation().GetLineSpan().StartLinePosition.Line);

    private static DiagnosticInfo NameOf(MethodDeclarationSyntax template) => DiagnosticInfo.At(template.Identifier, Diagnostics.Recursion);

    private static string DirectivesOf(SyntaxTree tree, CancellationToken cancellation)
    {
        var lines = new List<string>();
        for (var directive = tree.GetRoot(cancellation).GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            lines.Add(directive.ToString());

        return string.Join("\n", lines);
    }

    /// <param name="isDeclared">Whether the declaration is known to have none. The compiler looks for them in all of the project's types.</param>
    private static IReadOnlyList<Diagnostic> ErrorsIn(
        MethodDeclarationSyntax template, SyntaxNode body, bool isDeclared, SemanticModel model, BindingContext context, CancellationToken cancellation)
    {
        var all = isDeclared
            ? model.GetSyntaxDiagnostics(template.Span, cancellation).AddRange(model.GetMethodBodyDiagnostics(template.Span, cancellation))
            : model.GetDiagnostics(template.Span, cancellation);

        return [.. all.Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false } && !IsAboutSkeleton(diagnostic, body, context))];
    }

    /// <summary>The compiler reports some mistakes of a body at the method's name: a path without a return, or a yield.</summary>
    private static bool IsAboutBody(Diagnostic error, SyntaxNode body) =>
        body.FullSpan.Contains(error.Location.SourceSpan) || error.Id is "CS0161" or "CS1624" or "CS1637" or "CS1629";

    /// <summary>Members of generated types aren't there yet; the compiler will judge them once they are.</summary>
    private static bool IsAboutSkeleton(Diagnostic error, SyntaxNode body, BindingContext context)
    {
        // A type is named with whatever it is nested in.
        var named = error.GetMessage(CultureInfo.InvariantCulture).Split('\'').Where((_, i) => i % 2 == 1).Select(TypeIn).DefaultIfEmpty("").ToList();
        return error.Id switch
        {
            // A member, an indexer, an enumerator. What a template's own type of state has more than any state isn't known yet.
            "CS1061" or "CS0117" or "CS0021" or "CS1579" => context.IsGenerated(named[0]) || named[0] == "RunningState",
            "CS0426" => context.IsGenerated(named[named.Count - 1]) || context.IsGeneratedState(named[0]),
            "CS0246" => body.FullSpan.Contains(error.Location.SourceSpan) && context.IsGeneratedState(named[0]),
            _ => false,
        };
    }

    private static string TypeIn(string quoted)
    {
        while (quoted.IndexOf('>') is var end && end >= 0 && quoted.LastIndexOf('<', end) is var start && start >= 0)
            quoted = quoted.Remove(start, end - start + 1);

        return quoted.Substring(quoted.LastIndexOf('.') + 1).TrimEnd('?');
    }
}
