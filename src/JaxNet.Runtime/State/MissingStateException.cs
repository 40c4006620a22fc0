namespace JaxNet;

/// <summary>A network that keeps running state was applied without any.</summary>
public sealed class MissingStateException : InvalidOperationException
{
    /// <param name="template">The template that keeps it.</param>
    /// <param name="name">The value's name.</param>
    public MissingStateException(string template, string name)
        : this(
            $"{template} keeps running state ('{name}'), so the network is applied with it, and gives the next one: " +
            "var (parameters, state) = net.InitWithState(key, inputs); then (output, state) = net.Apply(parameters, state, inputs); " +
            "to train, (optimizerState, state) = optimizer.Update(loss, optimizerState, state, inputs).")
    {
    }

    private MissingStateException(string message)
        : base(message)
    {
    }

    /// <summary>ApplyFrom has parameters of another network, but no state.</summary>
    /// <param name="template">The template that keeps it.</param>
    /// <param name="name">The value's name.</param>
    internal static MissingStateException InApplyFrom(string template, string name) => new(
        $"{template} keeps running state ('{name}'), of which ApplyFrom knows nothing: it would be the initial one. " +
        "Take the parameters by var parameters = net.ParametersFrom((loss, lossParameters), inputs), and apply the network with the state's part that both share: " +
        "var (output, _) = net.Apply(parameters, new NetState { Predict = running.Predict }, inputs).");
}
