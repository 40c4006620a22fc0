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
        var newLine = model.SyntaxTree.GetText().Lines is var lines && lines[0].ToString().Length + 2 == lines[0].SpanIncludingLineBreak.Length ? "\r\n" : "\n";
        var indent = string.Concat(lines[lines.GetLineFromPosition(type.SpanStart).LineNumber].ToString().TakeWhile(char.IsWhiteSpace));
        string[] members =
        [
            "/// <inheritdoc/>",
            $"public void Visit({Name("TreeVisitor")} visitor)",
            "{",
            .. children.Select(child => $"    visitor.Child(\"{NameCasing.ToPath(child)}\", {child});"),
            "}",
            "",
            "/// <inheritdoc/>",
            $"public {Name("ITree")} Rebuild({Name("TreeRebuilder")} rebuilder) => this with {{ {string.Join(", ", children.Select(child => $"{child} = rebuilder.Child({child})"))} }};",
        ];

        var hasMembers = type.OpenBraceToken.RawKind != 0 && type.Members.Count > 0;
        var body = string.Concat(members.Select(line => (line.Length > 0 ? $"{indent}    {line}" : "") + newLine));
        var text = type.ToString();
        var header = text.Substring(0, (type.OpenBraceToken.RawKind != 0 ? type.OpenBraceToken : type.SemicolonToken).SpanStart - type.SpanStart);
        var bases = type.BaseList is { } list
            ? header.Insert(list.Span.End - type.SpanStart, $", {Name("ITree")}")
            : header.Insert(EndOfName(type) - type.SpanStart, $" : {Name("ITree")}");
        var rest = hasMembers ? newLine + type.Members.ToFullString().TrimEnd() + newLine + newLine + body : newLine + body;
        var open = bases.TrimEnd() + newLine + indent + "{";
        return ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(open + rest + indent + "}")!).WithTriviaFrom(type);

        string Name(string name) => model.Compilation.GetTypeByMetadataName("JaxNet." + name)!.ToMinimalDisplayString(model, type.SpanStart);
    }

    private static int EndOfName(TypeDeclarationSyntax type) =>
        (type.ParameterList ?? (SyntaxNode?)type.TypeParameterList)?.Span.End ?? type.Identifier.Span.End;
}
