namespace JaxNet;

/// <summary>Makes a template's parameter a hyperparameter although its type is that of a tensor or a tree of tensors.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HyperparameterAttribute : Attribute;
