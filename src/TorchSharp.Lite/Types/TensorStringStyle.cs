namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    Metadata = 0,
    Julia = 1,
    Numpy = 2,
}
