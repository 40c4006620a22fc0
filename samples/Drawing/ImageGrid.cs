using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.Drawing;

/// <summary>Images in rows and columns, each with its caption.</summary>
/// <param name="Columns">How many stand in a row.</param>
/// <param name="ImageScale">The size of an image's pixels.</param>
/// <param name="CellWidth">How much room each has.</param>
public sealed record ImageGrid(int Columns, int ImageScale, int CellWidth)
{
    private const int CaptionSpace = 51;
    private const int CaptionSize = 11;
    private const int NoteSize = 9;

    /// <summary>The height of a row of images that are this high.</summary>
    public int RowHeight(int imageHeight) => imageHeight * ImageScale + CaptionSpace;

    /// <summary>Draws the images from the left to the right, row by row.</summary>
    public void Draw(Canvas canvas, int left, int top, IReadOnlyList<Captioned> images)
    {
        for (var i = 0; i < images.Count; i++)
        {
            var height = images[i].Pixels.Length / images[i].Width;
            DrawOne(canvas, left + i % Columns * CellWidth, top + i / Columns * RowHeight(height), images[i], height);
        }
    }

    private void DrawOne(Canvas canvas, int left, int top, Captioned image, int height)
    {
        var box = new Box(left, top, image.Width * ImageScale, height * ImageScale);
        canvas.Image(left, top, image.Pixels.Span, image.Width, ImageScale, Theme.Night, Theme.Paper);
        if (image.Mark is { } mark) canvas.Frame(box, 3, mark, radius: 1);

        var caption = new TextStyle(CaptionSize, image.Mark ?? Theme.Ink, Bold: true);
        canvas.Text(image.Caption, box.Center.X, box.Bottom + 8 + CaptionSize, caption, Align.Center);
        canvas.Text(image.Note, box.Center.X, box.Bottom + 14 + CaptionSize + NoteSize, new TextStyle(NoteSize, Theme.Muted), Align.Center);
    }
}
