using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>How tensors are written where no style is named.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Julia;

    /// <summary>Tensors as text.</summary>
    public partial class Tensor
    {
        public override string ToString() => IsInvalid ? "(a disposed tensor)" : ToString(torch.TensorStringStyle);

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? torch.TensorStringStyle : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) => style switch
        {
            TensorStringStyle.Metadata => TensorText.Metadata(this),
            TensorStringStyle.Numpy => new TensorText(fltFormat, width, cultureInfo, newLine).Elements(this),
            _ => TensorText.Metadata(this) + (newLine ?? Environment.NewLine) + new TensorText(fltFormat, width, cultureInfo, newLine).Elements(this),
        };
    }
}
