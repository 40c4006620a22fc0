namespace JaxNet.Samples.Terminal;

/// <summary>Something went wrong that is not the program's fault, in words for the person who runs it.</summary>
public abstract class UserException(string message) : Exception(message);
