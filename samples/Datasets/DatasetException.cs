using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets;

/// <summary>Something is wrong with the data, in words for the person who runs the program.</summary>
public sealed class DatasetException(string message) : UserException(message);
