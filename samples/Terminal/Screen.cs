using JaxNet.Samples.Terminal.Progress;
using Spectre.Console;

namespace JaxNet.Samples.Terminal;

/// <summary>Where a sample writes: a terminal, with colours and moving bars, or plain lines for a pipe, a file or CI.</summary>
public sealed class Screen
{
    private readonly IAnsiConsole? console;
    private readonly TextWriter? plain;

    private Screen(IAnsiConsole? console, TextWriter? plain)
    {
        this.console = console;
        this.plain = plain;
    }

    /// <summary>Whether somebody watches, and bars move.</summary>
    public bool IsLive => console is not null;

    /// <summary>A live screen where standard output is a terminal, and plain lines where it isn't.</summary>
    public static Screen Detect()
    {
        var capabilities = AnsiConsole.Console.Profile.Capabilities;
        return !Console.IsOutputRedirected && capabilities.Ansi && capabilities.Interactive
            ? Live(AnsiConsole.Console)
            : Plain(Console.Out);
    }

    /// <summary>A screen that is drawn on.</summary>
    public static Screen Live(IAnsiConsole console) => new(console, null);

    /// <summary>A screen of lines without any control code, never wrapped.</summary>
    public static Screen Plain(TextWriter writer) => new(null, writer);

    /// <summary>Writes a line of Spectre's markup; text that isn't yours goes through <see cref="Quote"/>.</summary>
    public void Line(string markup = "")
    {
        if (console is not null) console.MarkupLine(markup);
        else plain!.WriteLine(Markup.Remove(markup));
    }

    /// <summary>Writes a line that the reader should not miss.</summary>
    public void Warning(string text)
    {
        if (console is not null) console.MarkupLine($"[yellow]{Quote(text)}[/]");
        else plain!.WriteLine($"warning: {text}");
    }

    /// <summary>Text as it is, for use within markup.</summary>
    public static string Quote(string text) => Markup.Escape(text);

    /// <summary>Begins to show the progress of some work.</summary>
    /// <param name="label">What is being done.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="announce">Whether a log should say that it begins: for work that may take long, and has no result to print.</param>
    public IBar Start(string label, double total, bool announce = false)
    {
        if (console is not null) return new LiveBar(console, label, total);
        if (announce) plain!.WriteLine($"{label} ...");
        return new SilentBar();
    }
}
