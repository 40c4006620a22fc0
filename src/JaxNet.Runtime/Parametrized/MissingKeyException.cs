namespace JaxNet;

/// <summary>A module that draws random numbers was applied without a key.</summary>
/// <param name="template">The template that asked for the key.</param>
public sealed class MissingKeyException(string template) : InvalidOperationException(
    $"{template} draws random numbers, and so needs a key: pass one, as in Apply(parameters, inputs, key: new Key(0)), " +
    "a new one for each call, for example by Split or FoldIn. For evaluation pass mode: Mode.Eval, under which dropout draws nothing.");
