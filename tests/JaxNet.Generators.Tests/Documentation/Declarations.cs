using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>What a block declares, taken apart: a block may hold types, members of a class, and statements, in any order.</summary>
internal sealed record Declarations(
    IReadOnlyList<string> Usings, IReadOnlyList<(string Name, string Text)> Types, IReadOnlyList<(string Name, string Text)> Members, string Statements)
{
    public static Declarations Of(string text)
    {
        // Of all forms of C# only a script has all three side by side.
        var code = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal)));
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script)).GetCompilationUnitRoot();

        var types = new List<(string, string)>();
        var members = new List<(string, string)>();
        var statements = new List<string>();
        foreach (var node in root.Members)
        {
            switch (node)
            {
                case BaseTypeDeclarationSyntax type: types.Add((type.Identifier.Text, node.ToFullString())); break;
                case MethodDeclarationSyntax { Modifiers.Count: > 0 } method: members.Add((method.Identifier.Text, node.ToFullString())); break;
                case PropertyDeclarationSyntax property: members.Add((property.Identifier.Text, node.ToFullString())); break;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.StaticKeyword): members.Add((field.Declaration.Variables[0].Identifier.Text, node.ToFullString())); break;
                default: statements.Add(node.ToFullString()); break;
            }
        }
        return new([.. root.Usings.Select(directive => directive.ToString())], types, members, string.Concat(statements));
    }

    /// <summary>What stood earlier, and this. What has the same name now stands for it.</summary>
    public Declarations After(Declarations earlier) => new(
        [.. earlier.Usings.Union(Usings)], [.. Without(earlier.Types, Types), .. Types], [.. Without(earlier.Members, Members), .. Members], Statements);

    private static IEnumerable<(string Name, string Text)> Without(IEnumerable<(string Name, string Text)> all, IEnumerable<(string Name, string Text)> replaced)
    {
        var names = replaced.Select(entry => entry.Name).ToHashSet();
        return all.Where(entry => !names.Contains(entry.Name));
    }
}
