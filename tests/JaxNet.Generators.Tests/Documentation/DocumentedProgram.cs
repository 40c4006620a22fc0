using System.Globalization;
using System.Text;
using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>A block with all blocks that continue it: what a reader would have written in the end.</summary>
/// <param name="Index">Its number among all, which names its namespace.</param>
/// <param name="Earlier">What earlier programs of the page declare; a later block may use it.</param>
internal sealed record DocumentedProgram(int Index, Page Page, IReadOnlyList<Block> Blocks, Declarations Earlier)
{
    /// <summary>Where it begins, as a test's name.</summary>
    public string Name => $"{Page.Name}:{Blocks[0].Line}";

    public string Namespace => string.Create(CultureInfo.InvariantCulture, $"Documented{Index}");

    public bool Runs => !Blocks.Any(block => block.Has("not run"));

    /// <summary>All that it declares, and that was declared before.</summary>
    public Declarations Declared => Blocks.Aggregate(Earlier, (declared, block) => Declarations.Of(block.Text).After(Declarations.Of(block.Given).After(declared)));

    /// <summary>
    /// The file, in a namespace of its own. What it writes to the console is kept; <c>Run</c> returns it with a line of <see cref="Mark"/>
    /// behind each block's.
    /// </summary>
    public string File
    {
        get
        {
            var declared = Declared;
            var statements = new StringBuilder();
            foreach (var block in Blocks)
                statements.Append(Declarations.Of(block.Given).Statements).Append('\n').Append(Declarations.Of(block.Text).Statements).Append($"\nConsole.WriteLine(\"{Mark}\");\n");

            return $$"""
                {{Source.Usings}}{{string.Join('\n', declared.Usings.Where(directive => !Source.Usings.Contains(directive, StringComparison.Ordinal)))}}
                #pragma warning disable CS0219, CS0162, CS8321 // What a page shows needs not be used.
                namespace {{Namespace}};
                {{string.Concat(declared.Types.Select(type => type.Text + "\n"))}}
                public static partial class Page
                {
                {{string.Concat(declared.Members.Select(member => member.Text + "\n"))}}
                    public static string Run()
                    {
                {{statements}}
                        return Console.Written.ToString();
                    }
                }
                internal static class Console
                {
                    internal static readonly System.IO.StringWriter Written = new(System.Globalization.CultureInfo.InvariantCulture);
                    internal static void WriteLine(object? value = null) => Written.WriteLine(value);
                }
                """;
        }
    }

    public const string Mark = "----------";
}
