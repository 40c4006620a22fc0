namespace JaxNet;

/// <summary>A template asks for parameters that it didn't ask for when they were initialised, or that were not among those given.</summary>
public sealed class MissingParameterException : InvalidOperationException
{
    private MissingParameterException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static MissingParameterException Absent(object? root, Params owner, string member) => new(
        $"{owner.TemplateName}: {TreePaths.Find(root, owner, member)} was not initialised, as the condition under which the template " +
        "asks for it did not hold then. Initialise with the same hyperparameters, mode and kind of inputs as you apply with.");

    internal static MissingParameterException Null(object? root, Params owner)
    {
        var missing = ChildCollector.Of(owner).FirstOrDefault(child => child.Child is null).Name ?? "a parameter";
        return new(
            $"{owner.TemplateName}: {TreePaths.Find(root, owner, missing)} is null: it was made so by hand, or the body went on after an exception that came " +
            "before the parameter's turn when it was initialised. Give the parameters that Init returned, for inputs of the same kind.");
    }

    internal static MissingParameterException NotProvided(string parameters, Exception? inner) => new(
        $"No value for {parameters}: none of the modules and paths whose parameters were given contains it. " +
        "Give the parameters of a module that does, or initialise it with Init. As each call of a template with hyperparameters makes a module of its own, " +
        "give what such a call asks for by its place: (\"net\", parameters.Net).", inner);

    internal static MissingParameterException NoRound(object? root, Params owner, string member, string key) => new(
        $"{owner.TemplateName}: {TreePaths.Find(root, owner, member)}.{key} was not initialised, as the loop had no round of that key then. " +
        "Initialise with the same hyperparameters and kind of inputs as you apply with.");

    internal static MissingParameterException TooFew(object? root, Params owner, string member, int count) => new(
        $"{owner.TemplateName}: {TreePaths.Find(root, owner, member)} has {count} elements, one for each round that the loop had when they " +
        "were initialised; now it has more. Initialise with the same hyperparameters and kind of inputs as you apply with.");
}
