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

        var prefix = Templates.PrefixOf(template);
        var path = syntax.Expression is MemberAccessExpressionSyntax access ? access.Expression + "." : "";
        var module = template.Parameters.Any(Templates.IsInput) ? $"{syntax.Expression}" : $"new {path}{prefix}Module";
        return new(
            $"{module}({string.Join(", ", hyperparameters)})",
            string.Concat(inputs.Values.Select(input => ", " + input)),
            $"{template.ContainingType.ToDisplayString()}.{prefix}Params");
    }
}
