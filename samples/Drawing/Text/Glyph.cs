namespace JaxNet.Samples.Drawing.Text;

/// <summary>The shape of a character: a pen's way, in units of which a capital letter is 20 high.</summary>
/// <param name="Width">How wide the way is.</param>
/// <param name="Segments">The way, with curves cut into straight pieces.</param>
internal sealed record Glyph(double Width, Segment[] Segments);
