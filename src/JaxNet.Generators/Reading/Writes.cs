using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells whether a variable is written to where it is named.</summary>
internal static class Writes
{
    public static bool To(ExpressionSyntax variable)
    {
        SyntaxNode written = variable;
        while (written.Parent is ParenthesizedExpressionSyntax || (written.Parent is ArgumentSyntax && written.Parent.Parent is TupleExpressionSyntax))
            written = written.Parent is ArgumentSyntax ? written.Parent.Parent! : written.Parent;

        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == written,
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
