using System.Runtime.CompilerServices;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// The templates of a project that were read among its present declarations. An edit in one body leaves the others in its file as they were,
/// if lower or higher: these aren't bound again.
/// </summary>
internal sealed class KnownReadings
{
    // An edit makes a new compilation with the same options, which live as long as the project does.
    private static readonly ConditionalWeakTable<CompilationOptions, KnownReadings> s_projects = new();

    private readonly Dictionary<(string File, string Template), (Circumstances, TemplateReading)> _readings = [];
    private ulong _declarations;

    public static KnownReadings Of(Compilation compilation) => s_projects.GetValue(compilation.Options, _ => new());

    /// <summary>What is known of a template that has neither changed nor stands among others; null if it must be read.</summary>
    public TemplateReading? Find(Circumstances now, TemplateSurface surface)
    {
        lock (_readings)
        {
            return _declarations == now.Declarations &&
                _readings.TryGetValue((now.File, surface.Id), out var known) &&
                known is var (then, reading) && then == now && reading.Model.Surface.Equals(surface) ? reading : null;
        }
    }

    /// <summary>Whether a template was read before among the same declarations, its own included, which then has no mistakes.</summary>
    public bool IsDeclared(Circumstances now, TemplateSurface surface)
    {
        lock (_readings)
        {
            return _declarations == now.Declarations &&
                _readings.TryGetValue((now.File, surface.Id), out var known) &&
                known is var (then, _) && then with { Column = now.Column, Text = now.Text } == now;
        }
    }

    /// <summary>Keeps what was read, if it holds wherever the template stands: problems have a place.</summary>
    public void Keep(Circumstances now, TemplateReading reading)
    {
        if (reading.Misplaced.Count > 0 || reading.Problems.Count > 0)
            return;

        lock (_readings)
        {
            if (_declarations != now.Declarations)
                _readings.Clear();

            _declarations = now.Declarations;
            _readings[(now.File, reading.Model.Surface.Id)] = (now, reading);
        }
    }

    /// <summary>All that a reading depends on.</summary>
    /// <param name="Declarations">The hash of all declarations of the compilation.</param>
    /// <param name="Directives">The file's directives: <c>#nullable</c> and <c>#if</c> reach far.</param>
    /// <param name="Column">Where the template starts in its line.</param>
    /// <param name="Text">The template.</param>
    public sealed record Circumstances(string File, ParseOptions Options, ulong Declarations, string Directives, int Column, string Text)
    {
        public static Circumstances Of(MethodDeclarationSyntax template, ulong declarations, string directives) => new(
            template.SyntaxTree.FilePath,
            template.SyntaxTree.Options,
            declarations,
            directives,
            template.GetLocation().GetLineSpan().StartLinePosition.Character,
            template.ToString());
    }
}
