using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.Drawing;

/// <summary>The colours and letters that all samples' pictures share. The colours are told apart by people who don't see all of them, too.</summary>
public static class Theme
{
    /// <summary>The background.</summary>
    public static Color Paper { get; } = Color.Parse("#ffffff");

    /// <summary>Text.</summary>
    public static Color Ink { get; } = Color.Parse("#1c2733");

    /// <summary>Text that is less important.</summary>
    public static Color Muted { get; } = Color.Parse("#66727f");

    /// <summary>The lines of axes.</summary>
    public static Color Axis { get; } = Color.Parse("#aab4be");

    /// <summary>The lines within a chart.</summary>
    public static Color Grid { get; } = Color.Parse("#e8ecf0");

    /// <summary>The first colour of lines, and of what is right.</summary>
    public static Color Blue { get; } = Color.Parse("#1f6fd1");

    /// <summary>The second colour of lines.</summary>
    public static Color Orange { get; } = Color.Parse("#e07b12");

    /// <summary>What is wrong.</summary>
    public static Color Red { get; } = Color.Parse("#cf2f3a");

    /// <summary>The dark of images.</summary>
    public static Color Night { get; } = Color.Parse("#131a26");

    /// <summary>The title of a picture.</summary>
    public static TextStyle Title { get; } = new(25, Ink, Bold: true);

    /// <summary>The line below the title.</summary>
    public static TextStyle Subtitle { get; } = new(12, Muted);

    /// <summary>The title of a part.</summary>
    public static TextStyle Heading { get; } = new(14, Ink, Bold: true);
}
