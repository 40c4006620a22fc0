namespace JaxNet;

/// <summary>A network that keeps running state was applied without any.</summary>
/// <param name="template">The template that keeps it.</param>
/// <param name="name">The value's name.</param>
public sealed class MissingStateException(string template, string name) : InvalidOperationException(
    $"{template} keeps running state ('{name}'), so the network is applied with it, and gives the next one: " +
    "var (parameters, state) = net.InitWithState(key, inputs); then (output, state) = net.Apply(parameters, state, inputs); " +
    "to train, (optimizerState, state) = optimizer.Update(loss, optimizerState, state, inputs).");
