using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Names for glue that no name of the user's can mean.</summary>
internal static class Fresh
{
    public static string Name(string wanted, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken.Select(name => name.TrimStart('@')));
        while (names.Contains(wanted))
            wanted += "_";

        return wanted;
    }

    public static string Name(string wanted, TemplateSurface surface) => Name(wanted, TakenBy(surface));

    /// <summary>The names that a template's declaration has: a parameter can't have that of a type parameter, either.</summary>
    public static IEnumerable<string> TakenBy(TemplateSurface surface) => surface.Parameters.Select(parameter => parameter.Name).Concat(surface.OwnTypeParameters);
}
