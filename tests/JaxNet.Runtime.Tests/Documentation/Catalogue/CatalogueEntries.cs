using System.Reflection;

namespace JaxNet.Runtime.Tests.Documentation.Catalogue;

/// <summary>The public methods that each section of the catalogue is about, one for each name.</summary>
internal static class CatalogueEntries
{
    public static (Type Type, IReadOnlyDictionary<string, MethodInfo> Methods) In(string section) => section switch
    {
        "Layers" => Of(typeof(JaxNet.Layers), IsTemplate),
        "Functions as layers" => Of(typeof(JaxNet.Layers), method => !IsTemplate(method) && !IsFactory(method) && !MakesModule(method)),
        "Modules around modules" => Of(typeof(JaxNet.Layers), method => MakesModule(method) && !IsFactory(method)),
        "Initializers" => Of(typeof(JaxNet.Initializers), _ => true),
        "Optimizers" => Of(typeof(JaxNet.Optimizers), _ => true),
        "Gradient transforms" => Of(typeof(GradientTransforms), _ => true),
        "Schedules" => Of(typeof(Schedules), _ => true),
        "Random numbers" => Of(typeof(Key), _ => true),
        _ => throw new ArgumentException($"There is no section '{section}'."),
    };

    private static (Type, IReadOnlyDictionary<string, MethodInfo>) Of(Type type, Func<MethodInfo, bool> belongs) => (type, type
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct") && belongs(method) && !method.IsDefined(typeof(System.ComponentModel.EditorBrowsableAttribute)))
        .GroupBy(method => method.Name)
        .ToDictionary(same => same.Key, same => same.MaxBy(method => method.GetParameters().Length)!));

    private static bool IsTemplate(MethodInfo method) => method.IsDefined(typeof(TemplateAttribute));

    private static bool IsFactory(MethodInfo method) => method.DeclaringType!.GetMethods().Any(other => other.Name == method.Name && IsTemplate(other));

    private static bool MakesModule(MethodInfo method) => typeof(Module).IsAssignableFrom(method.ReturnType) || method.ReturnType.IsSubclassOf(typeof(Module));
}
