using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content><c>Parameter(...)</c>.</content>
internal sealed partial class BodyReader
{
    private bool ReplaceParameter(InvocationExpressionSyntax invocation, IMethodSymbol method, PieceList into)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var isTree = method.IsGenericMethod;
        if (isTree && !TreeTypes.IsTree(method.ReturnType))
        {
            _problems.Add(DiagnosticInfo.At(invocation, Diagnostics.NotATree, method.ReturnType.ToMinimalDisplayString(_model, _position), "parameter"));
            return true;
        }

        var name = Argument("name", isTree ? 1 : 2);
        if (BaseNameOf(name) is not { } baseName)
        {
            _problems.Add(DiagnosticInfo.At(name!.Expression, Diagnostics.NameNotConstant, _surface.Prefix));
            return true;
        }

        var access = isTree ? _callees.AccessOf(method.ReturnType) : MemberAccess.Same;
        if (access == MemberAccess.OutOfReach)
            _problems.Add(_problems.AboutTemplate($"is more accessible than the type of its parameter '{Excerpt.Of(invocation)}'; make that type internal or public"));

        var emitted = arguments.ToDictionary(argument => argument, EmitAlone);
        var init = Argument("init", isTree ? 0 : 1) ?? Argument("module", 0)!;
        var shape = isTree ? null : Argument("shape", 0)!;
        var kept = new PieceList();

        // As a statement a tree alone isn't C#: only a call is.
        var keepsInit = Effects.In(init.Expression, _model) || emitted[init].HasReplacements || (isTree && invocation.Parent is ExpressionStatementSyntax or ForStatementSyntax);
        var isInitFirst = keepsInit && shape is not null && arguments.IndexOf(init) < arguments.IndexOf(shape);
        if (shape is not null && !isInitFirst)
            kept.Add(emitted[shape]);

        if (keepsInit)
        {
            kept.Add(shape is null ? "" : isInitFirst ? "unused: " : ", ");
            kept.Add(emitted[init]);
        }

        if (isInitFirst)
        {
            kept.Add(", shape: ");
            kept.Add(emitted[shape!]);
        }

        // A parameter that is a module of its own, which others may have too.
        var isModule = TreeTypes.IsModule(_model.GetTypeInfo(init.Expression).Type);
        var documentation = isModule ? $"the parameter of <c>{Escape(init.Expression)}</c>" : (shape is null ? "" : $"shape <c>{Escape(shape.Expression)}</c>, ") + $"drawn by <c>{Escape(init.Expression)}</c>";
        var type = isTree ? NameOf(method.ReturnType) : _surface.Context.Glue["Tensor"];
        var index = _members.Add(new ParameterMember(baseName, invocation.SpanStart, type, access, documentation) { Field = isModule ? LayerArguments.StaticField(_model.GetSymbolInfo(init.Expression).Symbol) : null }, invocation);
        if (isTree && !method.ReturnType.IsReferenceType && _members[index].Occurrence == Occurrence.Optional)
        {
            _problems.Add(DiagnosticInfo.At(
                invocation, Diagnostics.CannotPlace, Excerpt.Of(invocation), "under a condition", "ask for it before that, or for an array instead of a tuple"));
        }

        into.Replace(invocation, new ParameterPiece(
            index, TypeArgumentsOf(invocation), Join(invocation.ArgumentList, emitted), kept.Trimmed(), isTree, Surroundings.NeedsParentheses(invocation)));
        return true;

        ArgumentSyntax? Argument(string parameter, int position) =>
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter) ??
            (arguments.Count > position && arguments[position].NameColon is null ? arguments[position] : null);
    }

    /// <summary>What a member calls its type. A class without a question mark is one that isn't null, also where nullability isn't on.</summary>
    private string NameOf(ITypeSymbol type) => _paths.PathOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), _position);

    /// <returns>Null if the name can't be one.</returns>
    private string? BaseNameOf(ArgumentSyntax? name, string unnamed = "Parameter") => name is null ? unnamed : _model.GetConstantValue(name.Expression) switch
    {
        { HasValue: true, Value: string constant } => NameCasing.ToMember(constant),
        { HasValue: true, Value: null } => unnamed,
        _ => null,
    };

    /// <summary>Where they are written they are needed: a lambda that returns a collection expression has no type of its own.</summary>
    private static string TypeArgumentsOf(InvocationExpressionSyntax invocation)
    {
        var name = invocation.Expression is MemberAccessExpressionSyntax access ? access.Name : invocation.Expression;
        return name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";
    }

    private static string Escape(SyntaxNode node) => Documentation.Escape(Excerpt.Of(node));
}
