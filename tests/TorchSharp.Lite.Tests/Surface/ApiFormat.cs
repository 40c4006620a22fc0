using System.Globalization;
using System.Reflection;

namespace TorchSharp.Lite.Tests.Surface;

/// <summary>Writes the public surface of an assembly in the format of torchsharp-api.txt: one line a type, one line a member.</summary>
internal static class ApiFormat
{
    internal static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of);

    internal static IEnumerable<string> Of(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return "type " + Name(type);
        foreach (var constructor in type.GetConstructors(Declared)) yield return $"{Name(type)}..ctor({Parameters(constructor, withDefaults: false)})";
        foreach (var field in type.GetFields(Declared)) yield return Field(field);
        foreach (var property in type.GetProperties(Declared)) yield return Property(property);
        foreach (var method in type.GetMethods(Declared).Where(method => !IsAccessor(method))) yield return Method(method);
    }

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Field(FieldInfo field) =>
        $"{Name(field.DeclaringType!)}.{field.Name} : {Name(field.FieldType)}{Static(field.IsStatic)}{(field.IsLiteral ? " = " + Value(field.GetRawConstantValue()) : "")}";

    private static string Property(PropertyInfo property)
    {
        var parameters = string.Join(",", property.GetIndexParameters().Select(parameter => Name(parameter.ParameterType)));
        var accessors = (property.CanRead ? "get;" : "") + (property.CanWrite ? "set;" : "");
        return $"{Name(property.DeclaringType!)}.{property.Name}[{parameters}] : {Name(property.PropertyType)} {{{accessors}}}{Static((property.GetMethod ?? property.SetMethod)!.IsStatic)}";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{Name(method.DeclaringType!)}.{method.Name}{generics}({Parameters(method, withDefaults: true)}) : {Name(method.ReturnType)}{Static(method.IsStatic)}";
    }

    private static string Parameters(MethodBase method, bool withDefaults) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
            $"{Name(parameter.ParameterType)} {parameter.Name}{(withDefaults && parameter.HasDefaultValue ? " = " + Value(parameter.RawDefaultValue) : "")}"));

    private static string Static(bool isStatic) => isStatic ? " static" : "";

    private static string Value(object? value) => value switch
    {
        null => "null",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;

        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : $"{type.Namespace}.{type.Name}";
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(",", type.GetGenericArguments().Select(Name))}>";
    }
}
