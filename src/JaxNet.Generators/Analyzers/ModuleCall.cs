using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers;

/// <summary>How a call of a template is written outside of templates: <c>Dense(x, 3)</c> as <c>Dense(3).Apply(parameters, x)</c>.</summary>
/// <param name="Module">The module: <c>Dense(3)</c>.</param>
/// <param name="Inputs">The inputs, each with a comma before it.</param>
/// <param name="ParamsType">The full name of the parameters' type.</param>
internal sealed record ModuleCall(string Module, string Inputs, string ParamsType)
{
    /// <summary>The call with parameters of this name.</summary>
    public string With(string parameters) => $"{Module}.Apply({parameters}{Inputs})";

    /// <returns>Null if the call can't be taken apart.</returns>
    public static ModuleCall? Of(IInvocationOperation call)
    {
        if (call.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } syntax)
            return null;

        var template = call.TargetMethod;
        var inputs = new SortedList<int, string>();
        var hyperparameters = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = arguments[i].NameColon is { } name
                ? template.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText)
                : template.Parameters.ElementAtOrDefault(Math.Min(i, template.Parameters.Length - 1));

            if (parameter is null)
                return null;

            // A module with one input doesn't call it by the template's name.
            if (!Templates.IsInput(parameter))
                hyperparameters.Add(arguments[i].ToString());
            else if (inputs.ContainsKey(parameter.Ordinal))
                return null;
            else
                inputs.Add(parameter.Ordinal, arguments[i].Expression.ToString());
        }

        var path = syntax.Expression is MemberAccessExpressionSyntax access ? access.Expression + "." : "";

        // What the inputs told must be said now.
        var types = Templates.TypeArgumentsOf(template, type => type.ToMinimalDisplayString(call.SemanticModel!, syntax.SpanStart));
        var module = !template.Parameters.Any(Templates.IsInput) ? $"new {path}{Templates.PrefixOf(template)}Module{types}"
            : syntax.Expression.DescendantNodesAndSelf().Any(node => node is GenericNameSyntax) ? $"{syntax.Expression}"
            : $"{syntax.Expression}{types}";
        return new(
            $"{module}({string.Join(", ", hyperparameters)})",
            string.Concat(inputs.Values.Select(input => ", " + input)),
            ParamsOf(template));
    }

    /// <summary>The call of a module that a layer stands for.</summary>
    public static ModuleCall Of(IOperation module, IEnumerable<IArgumentOperation> inputs) => new(
        module.Syntax.ToString(),
        string.Concat(inputs.Select(input => $", {input.Value.Syntax}")),
        Templates.OfModule(module.Type!) is { } template ? ParamsOf(template) : "");

    /// <summary>A template without hyperparameters that is named as a function, as a lambda that calls its module.</summary>
    /// <returns>Null if it has hyperparameters, or no inputs.</returns>
    public static ModuleCall? Of(IMethodReferenceOperation reference)
    {
        if (!Templates.IsSingleton(reference.Method) || reference.SemanticModel is not { } model)
            return null;

        var inputs = reference.Method.Parameters.Select(parameter => Fresh(parameter.Name, model, reference.Syntax.SpanStart)).ToList();
        var list = inputs.Count == 1 ? inputs[0] : $"({string.Join(", ", inputs)})";
        return new($"{list} => {reference.Syntax}()", string.Concat(inputs.Select(input => ", " + input)), ParamsOf(reference.Method));
    }

    private static string ParamsOf(IMethodSymbol template) => $"{template.ContainingType.ToDisplayString()}.{Templates.PrefixOf(template)}Params{Templates.TypeArgumentsOf(template, type => type.ToDisplayString(NullableFlowState.None))}";

    /// <summary>A lambda's parameters may not be called like a variable around it.</summary>
    private static string Fresh(string name, SemanticModel model, int position)
    {
        var fresh = name;
        for (var number = 2; model.LookupSymbols(position, name: fresh).Any(symbol => symbol is ILocalSymbol or IParameterSymbol); number++)
            fresh = name + number;

        return Identifier.Escape(fresh);
    }
}
