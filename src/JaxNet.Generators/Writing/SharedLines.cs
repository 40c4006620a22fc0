using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>The lines that find what others may share.</summary>
internal static class SharedLines
{
    /// <param name="names">The names of the members there, which a class can be named like.</param>
    public static string Of(Callee? callee, string? field, string member, IEnumerable<string> names)
    {
        if (field is not null)
            return $"found.Add({field}, {member});";

        if (callee is not { IsSingleton: true })
            return $"found.Add({member});";

        var module = $"{callee.Prefix}Module";
        var isHidden = names.Contains(callee.Path.Length > 0 ? callee.FirstOfPath : module);
        return $"found.Add({(isHidden ? callee.FullPath : callee.Path)}{module}{callee.TypeArgumentList}.Instance, {member});";
    }
}
