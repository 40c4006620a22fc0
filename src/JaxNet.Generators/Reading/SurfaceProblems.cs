using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Finds what keeps a template's declaration from being compiled.</summary>
internal static class SurfaceProblems
{
    /// <summary>The first with <c>OverloadResolutionPriority</c>, by which a call that fits a template and its factory means one of them.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp13;

    /// <summary>Whether the declaration is not even C# yet, which the compiler says better.</summary>
    public static bool IsLeftToCompiler(MethodDeclarationSyntax syntax, IMethodSymbol symbol) =>
        syntax.Identifier.IsMissing ||
        syntax.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(type => type.Identifier.IsMissing) ||
        symbol.Name == symbol.ContainingType.Name ||
        syntax.ReturnType.ContainsDiagnostics ||
        syntax.ParameterList.ContainsDiagnostics ||
        (syntax.Body is null && syntax.ExpressionBody is null && syntax.SemicolonToken.IsMissing) ||
        (symbol.ReturnType.TypeKind == TypeKind.Error && !TreeTypes.IsTree(symbol.ReturnType));

    public static DiagnosticInfo? Find(MethodDeclarationSyntax syntax, IMethodSymbol symbol)
    {
        if (syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < OldestLanguage and var language })
            return Unsupported(syntax, $"needs C# {OldestLanguage.ToDisplayString()}, and this project is set to C# {language.ToDisplayString()}; leave 'LangVersion' out of the project, or raise it");

        if (syntax.Ancestors().OfType<TypeDeclarationSyntax>().Any(IsExtensionBlock))
            return Unsupported(syntax, "is in an extension block, in which C# allows no partial methods; write it in the class around, as a static method");

        if (!syntax.Modifiers.Any(SyntaxKind.StaticKeyword) || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            return DiagnosticInfo.At(syntax.Identifier, Diagnostics.NotStaticPartial, symbol.Name);

        return InTypes(syntax) ?? InMethod(syntax, symbol) ?? InParameters(syntax, symbol);
    }

    /// <summary>Whether a declaration is C# 14's <c>extension(Tensor x) { }</c>, for which the oldest compiler that loads this has no type yet.</summary>
    private static bool IsExtensionBlock(TypeDeclarationSyntax type) => type.Keyword.ValueText == "extension";

    private static DiagnosticInfo? InTypes(MethodDeclarationSyntax syntax)
    {
        foreach (var type in syntax.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            var name = type.Identifier.ValueText;
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                return DiagnosticInfo.At(type.Identifier, Diagnostics.TypeNotPartial, syntax.Identifier.ValueText, name);

            if (type.TypeParameterList?.Parameters.FirstOrDefault(parameter => parameter.VarianceKeyword.RawKind != 0) is { VarianceKeyword.Text: var variance })
                return Unsupported(syntax, $"is in '{name}', an interface with an '{variance}' type parameter, in which C# allows no types; leave out '{variance}', or put it into a class");

            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
                return Unsupported(syntax, $"is in '{name}', which is local to its file, where generated code can't reach it; leave out 'file'");
        }

        return null;
    }

    private static DiagnosticInfo? InMethod(MethodDeclarationSyntax syntax, IMethodSymbol symbol)
    {
        if (syntax.Body is null && syntax.ExpressionBody is null)
            return Unsupported(syntax, "has no body; write the body here, JaxNet writes the declaration without one");

        if (symbol.PartialDefinitionPart is not null)
            return Unsupported(syntax, "is declared without a body elsewhere; JaxNet writes that part, so leave it out");

        if (syntax.Modifiers.Any(SyntaxKind.AsyncKeyword))
            return Unsupported(syntax, "is async; a template is a plain function of tensors");

        if (syntax.Modifiers.Any(SyntaxKind.VirtualKeyword))
            return Unsupported(syntax, "is virtual, so that only the run knows which method a call means; leave 'virtual' out, and take what is to differ as a layer");

        if (syntax.Modifiers.Any(SyntaxKind.ProtectedKeyword))
            return Unsupported(syntax, "is protected; make it private, internal or public");

        if (!syntax.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword))
            return Unsupported(syntax, "has no accessibility; write 'private' or another one, which the compiler asks of partial methods");

        return symbol.ReturnsVoid || symbol.RefKind != RefKind.None || !TreeTypes.IsTree(symbol.ReturnType)
            ? Unsupported(syntax, $"returns '{syntax.ReturnType}'; it must return a tensor or a tree of tensors")
            : null;
    }

    private static DiagnosticInfo? InParameters(MethodDeclarationSyntax syntax, IMethodSymbol symbol)
    {
        foreach (var (written, bound) in syntax.ParameterList.Parameters.Zip(symbol.Parameters, (written, bound) => (written, bound)))
        {
            var (name, role) = (bound.Name, SurfaceReader.RoleOf(bound));
            if (written.Modifiers.Any(SyntaxKind.ThisKeyword))
                return Unsupported(syntax, "is an extension method; call it as an ordinary method, without 'this'");

            if (bound.RefKind == RefKind.RefReadOnlyParameter)
                return Unsupported(syntax, $"has the parameter '{name}' by 'ref readonly', which takes variables only; write 'in', or take it by value");

            if (bound.RefKind is RefKind.Ref or RefKind.Out)
                return Unsupported(syntax, $"has the parameter '{name}' by reference; return a tuple instead of writing to it");

            if (bound.Type.IsRefLikeType || bound.Type is ITypeParameterSymbol { AllowsRefLikeType: true } || bound.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
                return Unsupported(syntax, $"has the parameter '{name}' of type '{written.Type}', which a module cannot keep; take an array");

            if (role == ParameterRole.Layers && (written.Default is not null || written.Type is NullableTypeSyntax))
                return Unsupported(syntax, $"has the list of layers '{name}', which may be null; write 'params Layer[]', which is empty where no layers are given");

            if (role == ParameterRole.Input && written.Default is not null)
                return Unsupported(syntax, $"has the optional tensor '{name}': a call without it could mean the template or its factory; write two templates");

            if (role is not (ParameterRole.Layer or ParameterRole.Layers or ParameterRole.NamedLayers) && TreeTypes.MentionsLayer(bound.Type))
                return Unsupported(syntax, $"has the parameter '{name}' of type '{written.Type}'; take layers as 'params Layer[]', one by one, or by name as 'IReadOnlyDictionary<string, Layer>'");

            if (role != ParameterRole.Input && ModuleMembers.Names.Contains(name))
                return Unsupported(syntax, $"has the hyperparameter '{name}', which is the name of a member that every module has; rename it");
        }

        return symbol.Parameters.Count(parameter => SurfaceReader.RoleOf(parameter) == ParameterRole.Layers) > 1
            ? Unsupported(syntax, "takes two lists of layers; take one, or make one template of each")
            : null;
    }

    private static DiagnosticInfo Unsupported(MethodDeclarationSyntax syntax, string why) =>
        DiagnosticInfo.At(syntax.Identifier, Diagnostics.UnsupportedSignature, syntax.Identifier.ValueText, why);
}
