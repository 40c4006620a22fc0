namespace JaxNet.Generators;

/// <summary>The names of the pipeline's steps, by which tests see why a step ran again.</summary>
internal static class TrackingNames
{
    /// <summary>The files with templates.</summary>
    public const string Files = nameof(Files);

    /// <summary>Reads the templates of one file.</summary>
    public const string Read = nameof(Read);

    /// <summary>One template, without its place in the file.</summary>
    public const string Template = nameof(Template);

    /// <summary>The summaries of all templates.</summary>
    public const string Summaries = nameof(Summaries);

    /// <summary>One template with all that its files say: what is written again if it changes.</summary>
    public const string Resolved = nameof(Resolved);
}
