using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Tells which calls use a key up: those that draw from it, split it, or may do so.</summary>
internal static class KeyConsumers
{
    /// <summary>Whether it is a draw, or a <c>Split</c>. <c>FoldIn</c> makes another key with each argument, and <c>On</c> the same for another device.</summary>
    public static bool ConsumesInstance(IInvocationOperation call) =>
        call.Instance is not null &&
        KeyPlace.IsKey(call.TargetMethod.ContainingType) &&
        call.TargetMethod.ContainingType.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T &&
        !IsHarmless(call.TargetMethod.Name);

    /// <summary>Whether the call does with an argument what keys are there for. A function that returns keys, such as a <c>FoldIn</c> of the user's, may not.</summary>
    public static bool Consumes(IArgumentOperation argument, IInvocationOperation call) =>
        argument.Parameter is { RefKind: RefKind.None } parameter &&
        KeyPlace.IsKey(parameter.OriginalDefinition.Type) &&
        !KeyPlace.MentionsKey(call.TargetMethod.ReturnType) &&
        call.TargetMethod.Name != "Equals" &&
        !IgnoresKey(call) &&
        !IsConstant(call) &&
        !LeavesAlone(call.TargetMethod, parameter);

    /// <summary>Whether it is the <c>Apply</c> of a module that draws no random numbers; one that is given layers may.</summary>
    private static bool IgnoresKey(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Apply", Instance.Type: { } module } &&
        Templates.OfModule(module) is { } template &&
        !Templates.NeedsKey(template) &&
        !template.Parameters.Any(parameter => TreeTypes.MentionsLayer(parameter.Type));

    /// <summary>Whether it is an initializer that draws nothing: <c>Initializers.Zeros()(key, shape)</c>.</summary>
    private static bool IsConstant(IInvocationOperation call) => call.Instance is IInvocationOperation
    {
        TargetMethod: { Name: "Zeros" or "Ones" or "Constant", ContainingType: { Name: "Initializers" } type },
    } && TreeTypes.IsJaxNet(type);

    /// <summary>Whether the function, as far as it can be seen, asks the key for its words, mode or device only, or for keys made of it.</summary>
    private static bool LeavesAlone(IMethodSymbol method, IParameterSymbol parameter) =>
        method.OriginalDefinition.DeclaringSyntaxReferences is { Length: 1 } declarations &&
        declarations[0].GetSyntax() is var function &&
        function is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax &&
        function.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == parameter.Name)
            .All(name => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access && access.Expression == name && IsHarmless(member));

    private static bool IsHarmless(string member) =>
        member is "FoldIn" or "On" or "Device" or "Deconstruct" or "ToString" or "Equals" or "GetHashCode" or "GetType" or "High" or "Low" or "Mode";
}
