using System.Collections.Immutable;

namespace JaxNet;

/// <summary>Names layers after their templates, as the generator names the members of a template.</summary>
internal static class LayerNames
{
    /// <summary>
    /// The name of each layer with parameters; names that clash get indices, all of them; a layer used twice keeps one name. What the
    /// parameters turn out to be doesn't matter: none at all in a loop without rounds, or of a layer that is never called.
    /// </summary>
    public static ImmutableArray<string?> Of(Layer[] layers)
    {
        var modules = layers.Select(layer => layer.Target is ILayerModule { Module: { NeedsParameters: true } module } ? module : null).ToArray();

        // Names that differ may be one in paths: MLP and Mlp.
        var groups = modules.OfType<Module>().Distinct().GroupBy(module => ToPath(module.Name)).Select(same => (Path: same.Key, Modules: same.ToArray())).ToArray();
        var used = groups.Where(same => same.Modules.Length == 1).Select(same => same.Path).ToHashSet();
        var names = new Dictionary<Module, string>(ReferenceEqualityComparer.Instance);
        foreach (var (path, same) in groups)
        {
            var number = 0;
            foreach (var module in same)
            {
                // A template's own name may look like a numbered one.
                var name = path;
                while (same.Length > 1 && !used.Add(name = ToPath(module.Name + number++)))
                {
                }

                names[module] = name;
            }
        }

        return modules.Select(module => module is null ? null : names[module]).ToImmutableArray();
    }

    /// <summary>A position as a name.</summary>
    public static string OfIndex(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A name as it stands in paths: <c>BatchNorm0</c> becomes <c>batch_norm0</c>, <c>@in</c> becomes <c>in</c>.</summary>
    public static string ToPath(string name)
    {
        name = name.TrimStart('@');
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' &&
                (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            path.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return path.ToString();
    }
}
