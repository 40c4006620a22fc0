namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A source has nothing to give; the message says why, and the next source is tried.</summary>
public sealed class SourceUnavailableException(string message) : Exception(message);
