using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>What the docs of a member say.</summary>
internal static class Documentation
{
    public static string Of(ResolvedMember member) => member.Member switch
    {
        ParameterMember parameter => parameter.Documentation,
        SubmoduleMember { Callee: var callee } => $"the parameters of <c>{callee.Name}</c>",
        LayerMember layer => $"the parameters of the layer <c>{layer.Hyperparameter}</c>; null if it is a function",
        NamedLayersMember layers => $"the parameters of the layers <c>{layers.Hyperparameter}</c>, by name",
        _ => "",
    };

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
}
