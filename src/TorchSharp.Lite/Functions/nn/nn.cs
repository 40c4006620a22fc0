namespace TorchSharp;

public static partial class torch
{
    /// <summary>What networks are made of, as functions. TorchSharp's modules are not part of TorchSharp.Lite.</summary>
    public static partial class nn
    {
        /// <summary>What a loss makes of the losses of a batch's elements.</summary>
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }
    }
}
