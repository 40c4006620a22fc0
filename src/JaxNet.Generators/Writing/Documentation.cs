using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>What the docs of a member say.</summary>
internal static class Documentation
{
    public static string Of(ResolvedMember member) => member.Member switch
    {
        ParameterMember parameter => parameter.Documentation,
        CallMember { Callee: var callee } => $"the parameters of <c>{callee.Name}</c>",
        ModuleMember { Callee: var callee } => $"the parameters of <c>{callee.Name}</c>",
        _ => "",
    };

    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
}
