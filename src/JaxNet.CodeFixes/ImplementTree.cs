using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Reading;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0019: makes a tree of a record or struct that stands in the same file: its tensors and trees are the children.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ImplementTree() : RuleFix("JXN0019")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is not { } written ||
            model.GetDeclaredSymbol(written, cancellation) is not { } parameter ||
            TensorStructure.Of(parameter.Type).Own is not { } type || !(type.IsRecord || type.IsValueType) ||
            type.DeclaringSyntaxReferences.Length != 1 || type.DeclaringSyntaxReferences[0].SyntaxTree != node.SyntaxTree ||
            type.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not TypeDeclarationSyntax syntax)
        {
            return null;
        }

        // 'with' makes a copy, so that what is no tree stays as it is.
        var children = TensorStructure.DataOf(type).Where(data => TreeTypes.IsTree(TensorStructure.TypeOf(data))).ToList();
        return children.All(IsWritable) ? new($"Let '{type.Name}' implement ITree", syntax, Implement(syntax, [.. children.Select(child => child.Name)], model)) : null;
    }

    private static bool IsWritable(ISymbol data) => data is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null };

    private static TypeDeclarationSyntax Implement(TypeDeclarationSyntax type, IReadOnlyList<string> children, SemanticModel model)
    {
        var (newLine, indent) = (SourceLayout.NewLineOf(type), SourceLayout.IndentOf(type));
        var withBody = type.OpenBraceToken.RawKind != 0 ? type : WithBraces(type, newLine, indent);
        var visit = Member([
            "/// <inheritdoc/>",
            $"public void Visit({Name("TreeVisitor")} visitor)",
            "{",
            .. children.Select(child => $"    visitor.Child(\"{NameCasing.ToPath(child)}\", {Identifier.Escape(child)});"),
            "}",
        ]);
        var rebuild = Member([
            "/// <inheritdoc/>",
            $"public {Name("ITree")} Rebuild({Name("TreeRebuilder")} rebuilder) => this with {{ {string.Join(", ", children.Select(Identifier.Escape).Select(child => $"{child} = rebuilder.Child({child})"))} }};",
        ]);

        var line = SyntaxFactory.EndOfLine(newLine);
        var last = withBody.CloseBraceToken.GetPreviousToken();
        if (!last.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            withBody = withBody.ReplaceToken(last, last.WithTrailingTrivia(WithoutBlanks(last.TrailingTrivia).Add(line)));

        // What stands before the closing brace, such as an #endif, belongs to the members that were there.
        var close = withBody.CloseBraceToken;
        var before = WithoutBlanks(close.LeadingTrivia);
        if (before.Count > 0 || withBody.Members.Count > 0)
            before = before.Add(line);

        visit = visit.WithLeadingTrivia(before.AddRange(visit.GetLeadingTrivia()));
        rebuild = rebuild.WithLeadingTrivia(rebuild.GetLeadingTrivia().Insert(0, line));
        return WithBase(
            withBody.WithCloseBraceToken(close.WithLeadingTrivia(SyntaxFactory.Whitespace(indent))).AddMembers(visit, rebuild),
            Name("ITree"));

        string Name(string name) => model.Compilation.GetTypeByMetadataName("JaxNet." + name)!.ToMinimalDisplayString(model, type.SpanStart);

        MemberDeclarationSyntax Member(IEnumerable<string> text) =>
            SyntaxFactory.ParseMemberDeclaration(string.Concat(text.Select(line => $"{indent}    {line}{newLine}")), options: model.SyntaxTree.Options)!;
    }

    /// <summary>Trivia without the blanks that they end with.</summary>
    private static SyntaxTriviaList WithoutBlanks(SyntaxTriviaList trivia) =>
        trivia.LastOrDefault().IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.RemoveAt(trivia.Count - 1) : trivia;

    /// <summary>A record that ended with a semicolon.</summary>
    private static TypeDeclarationSyntax WithBraces(TypeDeclarationSyntax type, string newLine, string indent)
    {
        var line = SyntaxFactory.EndOfLine(newLine);
        var end = type.SemicolonToken.GetPreviousToken();
        return type
            .ReplaceToken(end, end.WithTrailingTrivia(end.TrailingTrivia.Add(line)))
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(line))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.SemicolonToken.TrailingTrivia))
            .WithSemicolonToken(default);
    }

    /// <summary>Names the interface where interfaces are named, before what stands behind them, such as the end of the line.</summary>
    private static TypeDeclarationSyntax WithBase(TypeDeclarationSyntax type, string name)
    {
        var end = type.BaseList is { } list ? list.GetLastToken() : type.ParameterList?.GetLastToken() ?? type.TypeParameterList?.GetLastToken() ?? type.Identifier;
        var behind = end.TrailingTrivia;
        var added = SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName(name)).WithTrailingTrivia(behind);
        var space = SyntaxFactory.Space;
        type = type.ReplaceToken(end, type.BaseList is null ? end.WithTrailingTrivia(space) : end.WithTrailingTrivia());
        return (TypeDeclarationSyntax)(type.BaseList is { } bases
            ? type.WithBaseList(bases.WithTypes(SyntaxFactory.SeparatedList<BaseTypeSyntax>(
                bases.Types.GetWithSeparators().Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(space)).Add(added))))
            : type.WithBaseList(SyntaxFactory.BaseList(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(space), [added])));
    }
}
