namespace JaxNet;

/// <summary>
/// Marks a static partial method with a body as a template: JaxNet's generator compiles it into an <c>Init</c>
/// and an <c>Apply</c> function, a typed <c>Params</c> record and a module with a factory of the same name.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ParametrizedAttribute : Attribute;
