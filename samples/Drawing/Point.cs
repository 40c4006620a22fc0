namespace JaxNet.Samples.Drawing;

/// <summary>A place on a canvas, in pixels from its upper left corner; y grows downwards.</summary>
public readonly record struct Point(double X, double Y);
