namespace JaxNet.Samples.Drawing;

/// <summary>An image with what is said below it.</summary>
/// <param name="Pixels">The image, grey, row by row.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Caption">The first line below it.</param>
/// <param name="Note">The second line below it.</param>
/// <param name="Mark">The colour of its frame and caption, if it has one.</param>
public sealed record Captioned(ReadOnlyMemory<byte> Pixels, int Width, string Caption, string Note = "", Color? Mark = null);
