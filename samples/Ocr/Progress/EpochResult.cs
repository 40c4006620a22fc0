namespace JaxNet.Samples.Ocr;

/// <summary>How an epoch went.</summary>
/// <param name="Epoch">Which one, from 1.</param>
/// <param name="Loss">The recurrent network's mean loss over its steps, in nats.</param>
/// <param name="RecurrentError">The share of the test characters that the recurrent network reads wrong after it, from 0 to 1.</param>
/// <param name="IndependentError">The same of the network that sees each character by itself.</param>
public sealed record EpochResult(int Epoch, double Loss, double RecurrentError, double IndependentError);
