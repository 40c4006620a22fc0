using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>What can't be compiled of a body.</summary>
internal sealed class BodyProblems(MethodDeclarationSyntax template, string name)
{
    private readonly List<DiagnosticInfo> _all = [];
    private readonly List<MisplacedMember> _misplaced = [];

    public bool Any => _all.Count > 0;

    public EquatableArray<DiagnosticInfo> All => _all.ToEquatableArray();

    /// <summary>Problems of members that have parameters, and of no others: whether a callee has any is known later.</summary>
    public EquatableArray<MisplacedMember> Misplaced => _misplaced.ToEquatableArray();

    public void Add(DiagnosticInfo problem) => _all.Add(problem);

    public void Add(MisplacedMember member) => _misplaced.Add(member);

    /// <summary>A layer that may have parameters, which nobody would know.</summary>
    public void AddNotFollowed(ExpressionSyntax layer) => Add(DiagnosticInfo.At(
        layer,
        Diagnostics.ModuleNotCalled,
        Excerpt.Of(layer),
        "may be any layer, also one with parameters",
        "declare it as the module that it is, or hand it to the template as a layer"));

    /// <summary>What was given to the template, which keeps its parameters.</summary>
    public void AddWrittenTo(ExpressionSyntax given, string why, string advice) => Add(DiagnosticInfo.At(
        given, Diagnostics.ModuleNotCalled, Excerpt.Of(given), $"is written to, but its parameters are those of {why}", advice));

    /// <summary>A problem of the template as a whole, reported at its name.</summary>
    public DiagnosticInfo AboutTemplate(string why) => DiagnosticInfo.At(template.Identifier, Diagnostics.UnsupportedSignature, name, why);
}
