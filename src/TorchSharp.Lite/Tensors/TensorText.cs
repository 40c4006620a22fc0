using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes a tensor as nested rows in brackets. Long dimensions show their first and last three elements.</summary>
internal sealed class TensorText(string? format, int? width, CultureInfo? culture, string? newLine)
{
    private const int MaxElements = 1000;
    private const int Edge = 3;

    private readonly string format = format ?? "g5";
    private readonly CultureInfo culture = culture ?? CultureInfo.InvariantCulture;
    private readonly string newLine = newLine ?? Environment.NewLine;

    internal static string Metadata(Tensor tensor) =>
        $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal string Elements(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var text = new StringBuilder();
        Write(text, tensor.cpu(), 0, tensor.numel() > MaxElements);
        return text.ToString();
    }

    private void Write(StringBuilder text, Tensor tensor, int depth, bool shorten)
    {
        if (tensor.ndim == 0)
        {
            text.Append(Number(tensor).PadLeft(width ?? 0));
            return;
        }

        var count = tensor.shape[0];
        var separator = tensor.ndim == 1 ? ", " : "," + newLine + new string(' ', depth + 1);
        text.Append('[');
        for (long i = 0; i < count; i++)
        {
            if (i > 0) text.Append(separator);
            if (shorten && count > 2 * Edge && i == Edge)
            {
                text.Append("..." + separator);
                i = count - Edge;
            }
            Write(text, tensor[i], depth + 1, shorten);
        }
        text.Append(']');
    }

    private string Number(Tensor element)
    {
        var value = element.ToScalar();
        return value.Kind switch
        {
            Interop.Tag.Int => value.ToInt64().ToString(culture),
            Interop.Tag.Bool => value.ToBoolean() ? "true" : "false",
            Interop.Tag.Double => value.ToDouble().ToString(format, culture),
            _ => value.ToComplexFloat64().ToString(format, culture),
        };
    }
}
