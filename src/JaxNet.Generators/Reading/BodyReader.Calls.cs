using System.Collections.Immutable;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content>Templates called in place: <c>Dense(x, 10)</c>.</content>
internal sealed partial class BodyReader
{
    private bool ReplaceCall(InvocationExpressionSyntax invocation, IMethodSymbol method, Callee callee, PieceList into)
    {
        CheckConversions(invocation, method);
        var index = MemberOf(callee, invocation);
        var emitted = invocation.ArgumentList.Arguments.ToDictionary(argument => argument, EmitAlone);
        into.Replace(invocation, new CallPiece(index, QualifierOf(invocation, callee), TypeArgumentsOf(invocation).Length > 0, Join(invocation.ArgumentList, emitted)) { IsInText = Surroundings.IsInText(invocation) });
        return true;
    }

    /// <summary>The member that a call is of: a new one, but for templates that are one module, however often they are called.</summary>
    private int MemberOf(Callee callee, InvocationExpressionSyntax call)
    {
        var member = new CallMember(MemberNames.Of(callee), call.SpanStart, callee, _layers.Of(call));
        if (!callee.IsSingleton)
            return _members.AddSubmodule(member, call);

        var index = _members.OfSingleton(member);
        _members.AddCall(index, call);
        return index;
    }

    /// <summary>A template without hyperparameters that is named where a layer is wanted: its module.</summary>
    private bool ReplaceMethodGroup(ExpressionSyntax name, PieceList into)
    {
        if (Surroundings.Outermost(name).Parent is EqualsValueClauseSyntax || !_flow.IsFollowed(name) || Surroundings.IsPartOfName(name) ||
            _model.GetSymbolInfo(name).Symbol is not IMethodSymbol method || _callees.TemplateOf(method) is not { IsSingleton: true })
        {
            return false;
        }

        into.Replace(name, new TextPiece($"{name.WithoutTrivia()}()"));
        return true;
    }

    /// <summary>What must stand before the name of the compiled function: what the user wrote, or the class where its own name isn't hidden.</summary>
    private string QualifierOf(InvocationExpressionSyntax invocation, Callee callee)
    {
        if (invocation.Expression is MemberAccessExpressionSyntax access)
            return access.Expression.WithoutTrivia() + ".";

        // What the body itself calls so hides the type only where it is in scope.
        var first = callee.FirstOfPath;
        var isHidden = first.Length > 0 && _paths.IsHidden(first, NamedLike(first) ? invocation.SpanStart : _position);
        return isHidden ? callee.FullPath : callee.Path;
    }

    private bool NamedLike(string name) => _template.DescendantTokens().Any(token => token.ValueText == name && token.Parent
        is ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or LocalFunctionStatementSyntax or QueryClauseSyntax
        or CatchDeclarationSyntax or TypeParameterSyntax);

    /// <summary>TorchSharp turns numbers and arrays into tensors by itself, so that a hyperparameter may end up as an input.</summary>
    private void CheckConversions(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var arguments = invocation.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = arguments[i].NameColon is { } name
                ? method.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText)
                : method.Parameters.ElementAtOrDefault(i) ?? method.Parameters.LastOrDefault(p => p.IsParams);

            if (parameter is not null && TakesTensors(parameter.OriginalDefinition) &&
                _model.GetTypeInfo(arguments[i].Expression) is { Type: { } from, ConvertedType: { } to } && TreeTypes.IsTensor(to) && !TreeTypes.IsTensor(from))
            {
                _problems.Add(DiagnosticInfo.At(
                    arguments[i], Diagnostics.ConvertsToTensor, Excerpt.Of(arguments[i].Expression), parameter.Name, method.Name));
            }
        }
    }

    private static bool TakesTensors(IParameterSymbol parameter) => TreeTypes.IsTensor(parameter.Type) || (parameter.IsParams && parameter.Type switch
    {
        IArrayTypeSymbol array => TreeTypes.IsTensor(array.ElementType),
        INamedTypeSymbol { TypeArguments: { Length: 1 } elements } => TreeTypes.IsTensor(elements[0]),
        _ => false,
    });

    /// <summary>With dynamic arguments only the run tells which method is meant; it would find the template itself.</summary>
    private bool CheckDynamic(InvocationExpressionSyntax invocation, ImmutableArray<ISymbol> candidates)
    {
        if (candidates.OfType<IMethodSymbol>().FirstOrDefault(method => CalleeResolver.IsPrimitive(method) || _callees.TemplateOf(method) is not null) is not { } called)
            return false;

        _problems.Add(DiagnosticInfo.At(
            invocation, Diagnostics.ModuleNotCalled, called.Name, "is called with dynamic arguments, so that only the run tells what is meant", "cast them to their types"));
        return true;
    }

    /// <summary>A template or primitive that is named and not called would run its body, not what was compiled from it.</summary>
    private bool CheckMethodGroup(ExpressionSyntax expression, IMethodSymbol method)
    {
        if (_callees.TemplateOf(method) is null && !CalleeResolver.IsPrimitive(method))
            return false;

        _problems.Add(DiagnosticInfo.At(
            expression,
            Diagnostics.ModuleNotCalled,
            Excerpt.Of(expression),
            "is named and not called, where JaxNet cannot follow it",
            CalleeResolver.IsPrimitive(method) ? "call it in place" : $"write '{Excerpt.Of(expression)}(...)', which makes a module of it"));
        return true;
    }
}
